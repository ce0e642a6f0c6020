package org.followerassay.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.followerassay.flow.AssayException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. With no subcommand it says what there is. */
@Command(
        name = "assay",
        description =
                "Measures how an audience came to be: signatures of purchased followers, follow and unfollow churn,"
                        + " and audience quality, from exported follower lists.",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        subcommandsRepeatable = false,
        subcommands = {
            RunCommand.class,
            IngestCommand.class,
            StepCommands.Signatures.class,
            StepCommands.Churn.class,
            StepCommands.Rank.class,
            ReportCommand.class,
            CompareCommand.class,
            ExplainCommand.class,
            RecountCommand.class,
            TablesCommand.class,
            SqlCommand.class,
            DemoCommand.class,
            SimulateCommand.class,
            EvaluateCommand.class,
            ForgetCommand.class,
            PurgeCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Example, from an export to a report:",
            "  assay run --input exports/ --warehouse warehouse --out report --snapshot 2026-10-31",
            "",
            "Every path may be a Hadoop URI (file:, hdfs:, s3a:). 'assay help COMMAND' tells more, with an example.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 bad input, 4 a quality gate failed."
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        int code = execute(args, System.out, System.err);
        // Success returns: YARN takes a process that ends itself with 0 for a failed one.
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs one command line and returns its exit code. */
    static int execute(String[] args, PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(new Main())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(32)
                .setExecutionExceptionHandler(Errors::report)
                .setParameterExceptionHandler(Errors::wrongUsage);
        try {
            return line.execute(ConfigFile.merged(args, line));
        } catch (AssayException unusable) {
            return Errors.print(unusable, line.getErr());
        } catch (Error broken) {
            return Errors.broken(broken, line.getErr());
        }
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is needed, such as 'run' or 'demo'");
    }
}
