package org.followerassay.ingest.stage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * What one task of the faster way sends to one of the next stage, or at last to the driver. No record, since Kryo, which
 * Spark sends it with, can't make one.
 */
public final class Parcel implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What is in a parcel. */
    public enum Kind {
        /** What a task reads. */
        UNITS,
        /** Ties of one range: followee, follower. */
        TIES,
        /** {@link UnitVerdicts} of one block. */
        VERDICTS,
        /** Accounts with how many follow them. */
        FOLLOWERS,
        /** Accounts with how many they follow. */
        FOLLOWEES,
        /** Table and name of a file that was written. */
        FILE,
        /** How many accounts have a list. */
        ACCOUNTS
    }

    private final Kind kind;
    private final int to;
    private final byte[] content;

    /** @param to number of the task that it is for */
    public Parcel(Kind kind, int to, byte[] content) {
        this.kind = kind;
        this.to = to;
        this.content = content;
    }

    public static Parcel of(Kind kind, int to, Serializable content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Parcel(kind, to, bytes.toByteArray());
    }

    public Kind kind() {
        return kind;
    }

    public int to() {
        return to;
    }

    public byte[] content() {
        return content;
    }

    /** The content, where it is not pairs. */
    public Object object() {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(content))) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same for another task. */
    public Parcel sentTo(int task) {
        return new Parcel(kind, task, content);
    }
}
