package org.followerassay.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A main class in a JVM of its own, with the flags of {@code scripts/assay} and this process's class path. */
final class JavaProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final StringWriter said = new StringWriter();

    private JavaProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * How such processes are begun.
     *
     * @param flags more flags of the JVM
     * @param log where they write what they say aside from results
     */
    record Start(Path project, List<String> flags, Path log) {
        Start with(String... more) {
            return new Start(
                    project, Stream.concat(flags.stream(), Stream.of(more)).toList(), log);
        }

        JavaProcess of(Class<?> main, List<String> args) throws IOException {
            return named(main.getName(), args);
        }

        /** The program itself. */
        JavaProcess assay(String... args) throws IOException {
            return named("org.followerassay.cli.Main", List.of(args));
        }

        private JavaProcess named(String main, List<String> args) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("@" + project.resolve("jobs/src/main/jvm/spark.args"));
            command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"));
            command.add("-Dlog4j2.configurationFile=assay-log4j2.properties");
            command.addAll(flags);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
            command.addAll(args);
            return new JavaProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
        }
    }

    void say(String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).write(line + "\n");
        process.outputWriter(StandardCharsets.UTF_8).flush();
    }

    /** The next line that it prints. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the process ended with " + exitCode() + " before its time");
        }
        return line;
    }

    void awaitLine(String wanted) throws IOException {
        while (!line().equals(wanted)) {
            // Whatever it says before.
        }
    }

    /** What it has printed, once it ended. */
    String said() {
        return said.toString();
    }

    /** The most memory that it has had so far, where Linux says so. */
    long peakBytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }

    /** Waits for its end. @return its exit code */
    int exitCode() throws IOException {
        out.transferTo(said);
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As by {@code kill -9}; what it has said stays to be read, which {@code Process.destroyForcibly} would close. */
    void kill() throws IOException {
        process.toHandle().destroyForcibly();
        exitCode();
    }

    @Override
    public void close() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            kill();
        }
    }
}
