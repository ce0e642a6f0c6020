package org.followerassay.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Progress;

/** A bar with our step names on a terminal; a line per step in a log. */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 24;

    private final PrintWriter err;
    private final boolean terminal;
    private int number;
    private int of;

    ConsoleProgress(PrintWriter err) {
        this(err, "1".equals(System.getenv("ASSAY_TERMINAL")));
    }

    ConsoleProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void started(String step, int stepNumber, int steps) {
        number = stepNumber;
        of = steps;
        if (terminal) {
            int done = WIDTH * (number - 1) / of;
            err.printf(
                    Locale.ROOT,
                    "\r\u001b[K[%s%s] %d/%d %s",
                    "#".repeat(done),
                    ".".repeat(WIDTH - done),
                    number,
                    of,
                    step);
            err.flush();
        }
    }

    @Override
    public void finished(Manifest.Step step) {
        if (terminal) {
            if (number == of) {
                err.print("\r\u001b[K");
                err.flush();
            }
            return;
        }
        String took = step.reused() ? "unchanged, kept" : String.format(Locale.ROOT, "%.1f s", step.seconds());
        err.printf(Locale.ROOT, "step %d of %d: %s, %,d rows, %s%n", number, of, step.name(), step.rows(), took);
        err.flush();
    }
}
