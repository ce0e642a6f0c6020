package org.followerassay.reliability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/**
 * R11: ids and names that stand nowhere else, and a key, go through a whole run that is to hide them, and through one that fails.
 * Every byte that both leave is searched: tables as they are decoded and as they lie, reports, what was printed with --debug,
 * and Spark's event log; as text, as hexadecimals, as base64, and ids as eight bytes.
 */
final class Canaries {
    private static final String HANDLE = "cnryhandle";
    private static final long ID = 7_310_000_000_000_000_000L;
    private static final String ID_BEGINS = "731000000000000";
    private static final String KEY = "cnrykey-0123456789-abcdefghijklmn";
    private static final int EACH = 500;

    private final Path work;
    private final JavaProcess.Start start;
    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    Canaries(Path work, JavaProcess.Start start) {
        this.work = work;
        this.start = start;
        for (String canary : List.of(HANDLE, ID_BEGINS, KEY)) {
            byte[] text = canary.getBytes(StandardCharsets.UTF_8);
            forms.put(canary, text);
            forms.put(canary + " in hexadecimals", ascii(HexFormat.of().formatHex(text)));
            for (int shift = 0; shift < 3; shift++) {
                byte[] shifted = new byte[shift + text.length];
                System.arraycopy(text, 0, shifted, shift, text.length);
                String base64 = Base64.getEncoder().encodeToString(shifted);
                forms.put(canary + " in base64, " + shift, ascii(base64.substring(shift + 1, base64.length() - 4)));
            }
        }
        byte[] big = ByteBuffer.allocate(8).putLong(ID).array();
        byte[] little = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(ID)
                .array();
        forms.put("an id as bytes", Arrays.copyOf(big, 6));
        forms.put("an id as bytes, low first", Arrays.copyOfRange(little, 2, 8));
    }

    Outcome outcome() throws IOException {
        Path inbox = inbox();
        Path key = Files.writeString(work.resolve("key"), KEY);
        Path open = Files.createDirectories(work.resolve("open"));
        run(open, inbox, List.of());
        if (leaks(open).isEmpty()) {
            throw new IllegalStateException("the search finds nothing even where nothing was hidden");
        }
        Path hidden = Files.createDirectories(work.resolve("hidden"));
        List<String> hide = List.of("--pseudonymise", "--key-file", key.toString(), "--no-identities");
        run(hidden, inbox, hide);
        List<String> strict = new ArrayList<>(hide);
        strict.add("--strict");
        int code = process(hidden, "strict", "ingest", inbox, strict);
        if (code != 3) {
            throw new IllegalStateException("the run that was to fail ended with " + code);
        }
        List<String> leaks = leaks(hidden);
        long files = Folders.files(hidden).size();
        return new Outcome(
                2L * EACH + 1,
                leaks,
                String.format(
                        Locale.ROOT,
                        "%d ids, %d names and the key; %,d files searched in %d forms; without hiding, %,d of them hold some",
                        EACH,
                        EACH,
                        files,
                        forms.size(),
                        leaks(open).size()));
    }

    private Path inbox() throws IOException {
        Path inbox = Files.createDirectories(work.resolve("inbox"));
        List<String> names = new ArrayList<>(List.of("snapshot,follower,followee"));
        List<String> ids = new ArrayList<>(List.of("snapshot,followee,follower,position"));
        List<String> accounts = new ArrayList<>(List.of("snapshot,account,handle,created_at,posts,followers"));
        for (int i = 0; i < EACH; i++) {
            names.add("2026-10-31," + HANDLE + i + "," + HANDLE + i % 20);
            ids.add("2026-10-31," + (ID + i % 20) + "," + (ID + i) + "," + i / 20);
            accounts.add("2026-10-31," + (ID + i) + "," + HANDLE + i + ",2015-01-" + (10 + i % 20) + "T00:00:00Z," + i
                    + "," + i % 50);
        }
        names.add("2026-10-31," + HANDLE + "3,");
        ids.add("2026-10-31," + ID + "x," + (ID + 5) + ",1");
        accounts.add("soon," + (ID + 7) + "," + HANDLE + "7,never," + HANDLE + ",many");
        Files.write(inbox.resolve("names.csv"), names);
        Files.write(inbox.resolve("ids.csv"), ids);
        Files.write(inbox.resolve("accounts.csv"), accounts);
        Path cut = inbox.resolve("cut.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(cut))) {
            out.write(("follower,followee\n" + (HANDLE + "1," + HANDLE + "2\n").repeat(3_000))
                    .getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(whole, whole.length - 20));
        return inbox;
    }

    private void run(Path folder, Path inbox, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("--out", folder.resolve("report").toString()));
        int code = process(folder, "run", "run", inbox, all);
        if (code != 0) {
            throw new IllegalStateException(
                    "the run ended with " + code + ": see " + Files.readString(folder.resolve("run.log")));
        }
    }

    private int process(Path folder, String name, String command, Path inbox, List<String> options) throws IOException {
        Path events = Files.createDirectories(folder.resolve("events-" + name));
        List<String> args = new ArrayList<>(List.of(
                command,
                "--debug",
                "--input",
                inbox.toString(),
                "--warehouse",
                folder.resolve("warehouse").toString()));
        args.addAll(options);
        JavaProcess process = new JavaProcess.Start(start.project(), start.flags(), folder.resolve(name + ".log"))
                .with(
                        "-Dspark.eventLog.enabled=true",
                        "-Dspark.eventLog.compress=false",
                        "-Dspark.eventLog.dir=" + events.toUri())
                .assay(args.toArray(String[]::new));
        int code = process.exitCode();
        Files.writeString(folder.resolve(name + ".out"), process.said());
        return code;
    }

    private List<String> leaks(Path folder) throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Path file : Folders.files(folder)) {
            search(Files.readAllBytes(file), folder.relativize(file).toString(), leaks);
            if (file.toString().endsWith(".parquet")) {
                search(decoded(file), folder.relativize(file) + ", decoded", leaks);
            }
        }
        return leaks;
    }

    private void search(byte[] bytes, String name, List<String> leaks) {
        // Bytes as characters of the same number: a search for texts is quick, and finds bytes as well.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String lower = text.toLowerCase(Locale.ROOT);
        forms.forEach((form, wanted) -> {
            String sought = new String(wanted, StandardCharsets.ISO_8859_1);
            if (text.contains(sought)
                    || (form.indexOf(',') < 0
                            && lower.contains(sought.toLowerCase(Locale.ROOT))
                            && !form.contains("bytes"))) {
                leaks.add(form + " in " + name);
            }
        });
    }

    private static byte[] decoded(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .withConf(new Configuration())
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                text.append(row);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
