package org.followerassay.reliability;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * HDFS as far as a job can tell, {@code hdfs://faulty/some/folder} on the local folder of that path: a rename replaces
 * nothing and moves into folders, and there are no checksum files. {@link Faults} says which operation goes wrong.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {
    static final String ROOT = "hdfs://faulty";
    private static final URI NAME = URI.create(ROOT);
    private static final int PORT = 8020;

    /** What HDFS's client sends at once: smaller writes are no operation of their own. */
    private static final int PACKET = 1 << 16;

    /** The same for code that asks for a {@code FileContext}. */
    public static final class Context extends DelegateToFileSystem {
        public Context(URI name, Configuration hadoop) throws IOException, URISyntaxException {
            super(name, begun(hadoop), hadoop, "hdfs", true);
        }

        private static FaultyFileSystem begun(Configuration hadoop) throws IOException {
            FaultyFileSystem fileSystem = new FaultyFileSystem();
            fileSystem.initialize(NAME, hadoop);
            return fileSystem;
        }

        @Override
        public int getUriDefaultPort() {
            return PORT;
        }
    }

    static void register(Configuration hadoop) {
        hadoop.set("fs.hdfs.impl", FaultyFileSystem.class.getName());
        hadoop.set("fs.AbstractFileSystem.hdfs.impl", Context.class.getName());
    }

    @Override
    public URI getUri() {
        return NAME;
    }

    @Override
    protected int getDefaultPort() {
        return PORT;
    }

    @Override
    public String getScheme() {
        return "hdfs";
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        return Faults.during("open", path, () -> super.open(path, bufferSize));
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        return watched(path, () -> super.create(path, overwrite, bufferSize, replication, blockSize, progress));
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        return watched(
                path, () -> super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress));
    }

    private static FSDataOutputStream watched(Path path, Faults.Operation<FSDataOutputStream> create)
            throws IOException {
        FSDataOutputStream out =
                Faults.during("create", path, create, () -> create.run().close());
        return new FSDataOutputStream(new BufferedOutputStream(new Watched(out, path), PACKET), null);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        return Faults.during("rename", to, () -> {
            if (exists(to)) {
                return getFileStatus(to).isDirectory() && super.rename(from, new Path(to, from.getName()));
            }
            return super.rename(from, to);
        });
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return Faults.during("delete", path, () -> super.delete(path, recursive));
    }

    @Override
    public boolean mkdirs(Path path) throws IOException {
        return Faults.during("mkdirs", path, () -> super.mkdirs(path));
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        return Faults.during("mkdirs", path, () -> super.mkdirs(path, permission));
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        return Faults.during("list", path, () -> super.listStatus(path));
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        return Faults.during("status", path, () -> super.getFileStatus(path));
    }

    private static final class Watched extends OutputStream {
        private final FSDataOutputStream out;
        private final Path path;
        private boolean closed;

        Watched(FSDataOutputStream out, Path path) {
            this.out = out;
            this.path = path;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            Faults.during(
                    "write",
                    path,
                    () -> {
                        out.write(bytes, from, length);
                        return null;
                    },
                    () -> {
                        out.write(bytes, from, length / 2);
                        out.close();
                    });
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                Faults.during("close", path, () -> {
                    out.close();
                    return null;
                });
            }
        }
    }
}
