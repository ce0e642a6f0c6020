package org.followerassay.cli;

import java.io.PrintWriter;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.followerassay.flow.Progress;
import org.followerassay.flow.RunInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every subcommand has: its place in the command line, a session when it needs one, and where to print. */
abstract class AssayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "options from a .properties or .yaml file, by their names without dashes; the command line wins")
    private String config;

    @Option(names = "--debug", description = "print stack traces and Spark's own messages")
    private boolean debug;

    @Option(names = "--quiet", description = "print results and errors only")
    private boolean quiet;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    private boolean help;

    boolean debug() {
        return debug;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** What is said along the way: never on standard output, which belongs to results. */
    void say(String line) {
        if (!quiet) {
            spec.commandLine().getErr().println(line);
        }
    }

    Progress progress() {
        return quiet ? Progress.SILENT : new ConsoleProgress(spec.commandLine().getErr());
    }

    OpenSession session() {
        return OpenSession.of("assay " + spec.name(), debug);
    }

    /** The description of this run for its manifest. */
    RunInfo run(SortedMap<String, String> options, boolean force) {
        options.put("config", String.valueOf(config));
        return new RunInfo(spec.name(), options, CodeVersion.current(), force);
    }
}
