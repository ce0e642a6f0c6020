package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a main class in a JVM of its own, with the flags of {@code scripts/assay} and this process's class path. */
record Fork(Path project, Path log) {

    void run(Class<?> main, List<String> args) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(main, args))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = process.waitFor();
        if (code != 0) {
            List<String> said = Files.readAllLines(log);
            throw new IllegalStateException(main.getSimpleName() + " ended with " + code + ":\n"
                    + String.join("\n", said.subList(Math.max(0, said.size() - 40), said.size())));
        }
    }

    /** The same, with everything that it says shown as it says it. */
    void runInSight(Class<?> main, List<String> args) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command(main, args)).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(main.getSimpleName() + " ended with " + code);
        }
    }

    private List<String> command(Class<?> main, List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + project.resolve("jobs/src/main/jvm/spark.args"));
        command.add("-XX:MaxRAMPercentage=50");
        command.add("-Dlog4j2.configurationFile=assay-log4j2.properties");
        String more = System.getenv().getOrDefault("ASSAY_JAVA_OPTS", "");
        Stream.of(more.split(" ")).filter(flag -> !flag.isBlank()).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(args);
        return command;
    }
}
