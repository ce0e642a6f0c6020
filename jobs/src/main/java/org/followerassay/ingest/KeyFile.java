package org.followerassay.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Words;

/** The secret key of the hashes: the bytes of a file, as they are. It is never written anywhere. */
final class KeyFile {
    private static final int FEWEST_BYTES = 16;
    private static final int MOST_BYTES = 4_096;

    static Ids ids(IngestOptions options, Configuration hadoop) {
        return options.keyFile()
                .map(file -> Ids.keyed(bytes(file, hadoop), options.pseudonymise()))
                .orElseGet(Ids::open);
    }

    private static byte[] bytes(String file, Configuration hadoop) {
        Path path = new Path(file);
        try (InputStream in = path.getFileSystem(hadoop).open(path)) {
            byte[] key = in.readNBytes(MOST_BYTES);
            if (key.length < FEWEST_BYTES) {
                throw AssayException.badInput("the key file " + file + " has " + Words.count(key.length, "byte")
                        + ", a key needs at least " + FEWEST_BYTES + ": make one with 'head -c 32 /dev/urandom'");
            }
            return key;
        } catch (IOException unreadable) {
            throw AssayException.badInput(
                    "the key file " + file + " can't be read: correct the path after --key-file", unreadable);
        }
    }

    private KeyFile() {}
}
