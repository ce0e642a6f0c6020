package org.followerassay.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Set;

/** Reads the records of one file of an export. It is sent to tasks, so it holds plain values only. */
public interface RowReader extends Serializable {
    /** The staged columns that its rows fill, apart from those that are always there. */
    Set<String> columns();

    /**
     * Begins to read.
     *
     * @param in the unpacked bytes; closed by the caller
     * @throws IOException if the bytes are not what this reader expects: the file counts as damaged
     */
    Records open(InputStream in, RowSink rows) throws IOException;

    /** One record after the other. */
    interface Records extends Closeable {
        /**
         * Reads the next record: begins it with {@link RowSink#record}, and says what it is.
         *
         * @return false, without having begun a record, at the end
         */
        boolean next() throws IOException;

        @Override
        default void close() throws IOException {}
    }
}
