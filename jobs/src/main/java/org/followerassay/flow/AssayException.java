package org.followerassay.flow;

/** A failure that a user can act on: one sentence that names the file, the value and the remedy. */
public final class AssayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as the exit code that a caller of the program sees. */
    public enum Kind {
        FAILED(1),
        USAGE(2),
        BAD_INPUT(3),
        GATE_FAILED(4);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;

    private AssayException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public static AssayException failed(String message, Throwable cause) {
        return new AssayException(Kind.FAILED, message, cause);
    }

    public static AssayException failed(String message) {
        return failed(message, null);
    }

    public static AssayException usage(String message) {
        return new AssayException(Kind.USAGE, message, null);
    }

    public static AssayException badInput(String message, Throwable cause) {
        return new AssayException(Kind.BAD_INPUT, message, cause);
    }

    public static AssayException badInput(String message) {
        return badInput(message, null);
    }

    public static AssayException gateFailed(String message) {
        return new AssayException(Kind.GATE_FAILED, message, null);
    }

    public Kind kind() {
        return kind;
    }
}
