package org.followerassay.reliability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.Calls;
import org.followerassay.flow.Hashes;

/**
 * R7: the same two months with other numbers of partitions, with and without adaptive execution, in other time zones, with the
 * lines of the input in another order, and once more. Every table and every file of the report must be the same.
 */
final class SameAgain {
    /** @param zone of the machine; the session's own stays UTC */
    private record Setting(int partitions, boolean adaptive, String zone, boolean shuffled) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting(2, true, "UTC", false),
            new Setting(2, true, "UTC", false),
            new Setting(1, false, "America/Los_Angeles", true),
            new Setting(64, true, "Asia/Kathmandu", true),
            new Setting(7, false, "Pacific/Kiritimati", false),
            new Setting(7, true, "America/St_Johns", true),
            new Setting(64, false, "UTC", false),
            new Setting(1, true, "Asia/Tokyo", true));

    private final Path work;
    private final String command;
    private final SparkSession session;

    /** @param command {@code run} or {@code ingest} */
    SameAgain(Path work, String command, SparkSession session) {
        this.work = work;
        this.command = command;
        this.session = session;
    }

    /** @param settings how many of them, in their order */
    Outcome outcome(SmallWorld world, int settings) throws IOException {
        for (String day : List.of("2026-01-31", "2026-02-28")) {
            world.month(work.resolve("in-order"), day, false);
            world.month(work.resolve("shuffled"), day, true);
            world.aMonthPasses();
        }
        SortedMap<String, String> first = found(SETTINGS.get(0));
        List<String> missed = new ArrayList<>();
        for (Setting setting : SETTINGS.subList(1, settings)) {
            List<String> different = PublishedRows.differences(first, found(setting));
            if (!different.isEmpty()) {
                missed.add(setting + ": " + different);
            }
        }
        return new Outcome(
                settings - 1L,
                missed,
                String.format("%,d tables and files of the report compared each time", first.size()));
    }

    private SortedMap<String, String> found(Setting setting) throws IOException {
        Path warehouse = work.resolve("warehouse");
        Path report = work.resolve("report");
        Folders.delete(warehouse);
        Folders.delete(report);
        // The input lies at the same place each time, since manifests and reports name it.
        Path input = work.resolve("input");
        Folders.delete(input);
        Folders.copy(work.resolve(setting.shuffled() ? "shuffled" : "in-order"), input);
        TimeZone zone = TimeZone.getDefault();
        String partitions = session.conf().get("spark.sql.shuffle.partitions");
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(setting.zone()));
            session.conf().set("spark.sql.shuffle.partitions", setting.partitions());
            session.conf().set("spark.sql.adaptive.enabled", setting.adaptive());
            Calls call = command.equals("run")
                    ? Calls.of(
                            "run",
                            "--quiet",
                            "--input",
                            input.toString(),
                            "--warehouse",
                            warehouse.toString(),
                            "--out",
                            report.toString())
                    : Calls.of(command, "--quiet", "--input", input.toString(), "--warehouse", warehouse.toString());
            if (call.code() != 0) {
                throw new IllegalStateException(setting + ": " + call.err());
            }
        } finally {
            TimeZone.setDefault(zone);
            session.conf().set("spark.sql.shuffle.partitions", partitions);
            session.conf().unset("spark.sql.adaptive.enabled");
        }
        SortedMap<String, String> found = new TreeMap<>(PublishedRows.in(warehouse));
        // What hashes the bytes of the input differs as they do.
        found.remove("input_files");
        found.remove("lists");
        if (command.equals("run")) {
            found.putAll(report(report, input));
        }
        return found;
    }

    /**
     * Every file of a report but its manifest, which names the run and its time. Where it tells the hash of an input, whose lines may
     * be in another order, the name of the file stands in its place; one file that tells it packed is left out.
     */
    private static SortedMap<String, String> report(Path report, Path input) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (Path file : Folders.files(input)) {
            names.put(
                    HexFormat.of().formatHex(Hashes.sha256().digest(Files.readAllBytes(file))),
                    input.relativize(file).toString());
        }
        SortedMap<String, String> files = new TreeMap<>();
        for (Path file : Folders.files(report)) {
            String name = report.relativize(file).toString();
            if (!name.equals("manifest.json") && !name.equals("tables/inputs.parquet")) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (Map.Entry<String, String> one : names.entrySet()) {
                    content = content.replace(one.getKey(), one.getValue());
                }
                files.put(name, Hashes.of(content));
            }
        }
        return files;
    }
}
