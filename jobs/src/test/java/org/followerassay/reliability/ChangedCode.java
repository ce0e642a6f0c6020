package org.followerassay.reliability;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * R16: the code itself is changed, in a copy of the project, and a test must fail: by hand, as people err ({@link PlantedBug}), and
 * everywhere in what needs no Spark (PIT: the profile {@code mutation} of jobs/pom.xml).
 */
final class ChangedCode {
    /** Of the small changes by PIT, some change nothing that anybody could see. Of the planted ones, none may be missed. */
    private static final double ENOUGH = 0.85;

    /** PIT takes the largest classes first, and is ended after this time: what it has tried by then is counted. */
    private static final int MINUTES = Integer.getInteger("reliability.minutes", 1_000);

    private static final String LAUNCHER = "org.junit.platform.console.ConsoleLauncher";

    /** What the launcher ends with if tests ran and some failed; everything else is no answer. */
    private static final int TESTS_FAILED = 1;

    private final Path project;
    private final Path copy;
    private final Path log;
    private final List<String> missed = new ArrayList<>();

    ChangedCode(Path project, Path work) {
        this.project = project;
        this.copy = work.resolve("project");
        this.log = work.resolve("log");
    }

    /** @param everywhere whether to have PIT change the code, too, which takes long */
    Outcome outcome(boolean everywhere) throws IOException, InterruptedException {
        copyProject();
        await(maven("test-compile"), "the code does not compile");
        if (!everywhere) {
            plant();
            return new Outcome(PlantedBug.ALL.size(), missed, noticed());
        }
        Process pit = maven("org.pitest:pitest-maven:mutationCoverage");
        boolean done;
        try {
            long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
            plant();
            done = pit.waitFor(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (done && pit.exitValue() != 0) {
                throw new IOException("PIT failed");
            }
        } finally {
            pit.descendants().forEach(ProcessHandle::destroyForcibly);
            pit.destroyForcibly();
        }
        Path report = project.resolve("jobs/target/mutations.xml");
        Files.copy(copy.resolve("jobs/target/pit-reports/mutations.xml"), report, StandardCopyOption.REPLACE_EXISTING);
        Mutations mutations = Mutations.of(report);
        String which = done ? "" : ", those with the most code, after which the time was over";
        long mayMiss = missed.isEmpty() ? (long) ((1 - ENOUGH) * mutations.tried()) : 0;
        String note = noticed() + "; " + mutations.note() + which;
        missed.addAll(mutations.survivors());
        return new Outcome(PlantedBug.ALL.size() + mutations.tried(), missed, note, mayMiss);
    }

    private String noticed() {
        return (PlantedBug.ALL.size() - missed.size()) + " of " + PlantedBug.ALL.size() + " planted bugs noticed";
    }

    /** What git knows or would know; nothing that was built, so that nothing old is tested. */
    private void copyProject() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .directory(project.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw new IOException("git does not list the files of " + project);
        }
        for (String name : names.split("\0")) {
            Path from = project.resolve(name);
            if (Files.isRegularFile(from)) {
                Path to = copy.resolve(name);
                Files.createDirectories(to.getParent());
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Process maven(String goal) throws IOException {
        return begun(copy, List.of("./mvnw", "-B", "-ntp", "-Dquick", "-Pmutation", "-pl", "jobs", goal));
    }

    private static void await(Process process, String otherwise) throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IOException(otherwise);
        }
    }

    private void plant() throws IOException, InterruptedException {
        String[] tests =
                PlantedBug.ALL.stream().map(PlantedBug::testClass).distinct().toArray(String[]::new);
        if (tests(classPath(), tests) != 0) {
            throw new IllegalStateException("some test fails in the code as it is");
        }
        for (PlantedBug bug : PlantedBug.ALL) {
            int code = tests(compiled(bug) + File.pathSeparator + classPath(), bug.testClass());
            if (code == 0) {
                missed.add("planted: " + bug.what() + ": " + bug.test() + " does not notice");
            } else if (code != TESTS_FAILED) {
                throw new IllegalStateException(bug.testClass() + " ended with " + code + ", which says nothing");
            }
            System.err.println((code == 0 ? "not noticed: " : "noticed: ") + bug.what());
        }
    }

    private String classPath() throws IOException {
        Path target = copy.resolve("jobs/target");
        return String.join(
                File.pathSeparator,
                target.resolve("test-classes").toString(),
                target.resolve("classes").toString(),
                Files.readString(target.resolve("test.classpath")).strip());
    }

    /** @return a folder with the classes that the bug changes */
    private Path compiled(PlantedBug bug) throws IOException {
        Path source = copy.resolveSibling("wrong").resolve(bug.source());
        Files.createDirectories(source.getParent());
        Files.writeString(source, bug.changed(copy));
        Path classes = Files.createTempDirectory(copy.getParent(), "classes");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "-d",
                        classes.toString(),
                        "-cp",
                        classPath(),
                        source.toString());
        if (code != 0) {
            throw new IllegalStateException("'" + bug.what() + "' does not compile");
        }
        return classes;
    }

    private int tests(String classPath, String... classes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + copy.resolve("jobs/src/main/jvm/spark.args"));
        command.addAll(
                List.of("-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"));
        command.addAll(List.of("-cp", classPath, LAUNCHER, "execute"));
        command.addAll(List.of("--disable-banner", "--details=tree", "--fail-if-no-tests"));
        Stream.of(classes).forEach(test -> command.add("--select-class=" + test));
        return begun(copy.resolve("jobs"), command).waitFor();
    }

    private Process begun(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }
}
