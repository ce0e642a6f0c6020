package org.followerassay.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence and an exit code. */
final class Errors {
    /** A failure of a command. A stack trace is printed only with --debug. */
    static int report(Exception failure, CommandLine line, ParseResult parsed) {
        boolean debug = line.getCommand() instanceof AssayCommand command && command.debug();
        if (debug) {
            printTrace(failure, line.getErr());
        }
        Optional<AssayException> ours = causes(failure, AssayException.class);
        if (ours.isPresent()) {
            return print(ours.get(), line.getErr());
        }
        if (failure instanceof IllegalArgumentException illegal) {
            return print(AssayException.usage(illegal.getMessage()), line.getErr());
        }
        line.getErr()
                .println(
                        "assay: " + sentence(failure) + (debug ? "" : " (run again with --debug for the whole trace)"));
        return AssayException.Kind.FAILED.exitCode();
    }

    /** Memory that ran out, or an installation in which classes are missing. */
    static int broken(Error error, PrintWriter err) {
        err.println("assay: " + sentence(error));
        if (!(error instanceof OutOfMemoryError)) {
            printTrace(error, err);
        }
        err.flush();
        return AssayException.Kind.FAILED.exitCode();
    }

    /** A command line that can't be understood. */
    static int wrongUsage(ParameterException wrong, String[] args) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println("assay: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
        line.getErr().println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return AssayException.Kind.USAGE.exitCode();
    }

    static int print(AssayException failure, PrintWriter err) {
        err.println("assay: " + failure.getMessage());
        err.flush();
        return failure.kind().exitCode();
    }

    /** The innermost message: what Spark wraps around it names no file of the user's. */
    private static String sentence(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String first = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return root instanceof OutOfMemoryError
                ? "memory ran out; give it more: ASSAY_JAVA_OPTS=-Xmx16g when embedded, --driver-memory and --executor-memory"
                        + " with spark-submit"
                : root.getClass().getSimpleName() + ": " + first;
    }

    private static void printTrace(Throwable failure, PrintWriter err) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            err.println(cause);
            Arrays.stream(cause.getStackTrace()).forEach(frame -> err.println("\tat " + frame));
        }
    }

    private static <E extends Throwable> Optional<E> causes(Throwable failure, Class<E> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private Errors() {}
}
