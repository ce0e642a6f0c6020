package org.followerassay.reliability;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** R10: the whole job in a heap of 512 MB, on a list of ties of which nine in ten are followers of a single account. */
final class SmallHeap {
    private static final String HEAP = "-Xmx512m";

    static Outcome outcome(Path work, JavaProcess.Start start, long ties) throws IOException, InterruptedException {
        Path list = work.resolve("edges-2026-10-31.txt");
        write(list, ties);
        List<String> missed = new ArrayList<>();
        StringBuilder note =
                new StringBuilder(String.format("%,d ties, %,d of them of one account", ties, celebrity(ties)));
        String warehouse = work.resolve("warehouse").toString();
        for (String command : List.of("ingest", "run")) {
            List<String> args =
                    new ArrayList<>(List.of(command, "--quiet", "--input", list.toString(), "--warehouse", warehouse));
            if (command.equals("run")) {
                args.addAll(List.of("--out", work.resolve("report").toString()));
            }
            long begun = System.nanoTime();
            JavaProcess process = start.with(HEAP).assay(args.toArray(String[]::new));
            long peak = 0;
            while (process.isAlive()) {
                peak = Math.max(peak, process.peakBytes());
                Thread.sleep(200);
            }
            int code = process.exitCode();
            note.append(String.format(
                    "; %s: %.0f s, at most %,d MB of memory", command, (System.nanoTime() - begun) / 1e9, peak >> 20));
            if (code != 0) {
                List<String> said = Files.readAllLines(start.log());
                missed.add(command + " ended with " + code + ": " + said.get(said.size() - 1));
            }
        }
        return new Outcome(2, missed, note.toString());
    }

    private static long celebrity(long ties) {
        return ties * 9 / 10;
    }

    private static void write(Path list, long ties) throws IOException {
        Random dice = new Random(3);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(list), 1 << 20)) {
            for (long i = 0; i < ties; i++) {
                String line = i < celebrity(ties)
                        ? (100 + i) + "\t7\n"
                        : (100 + dice.nextInt((int) celebrity(ties))) + "\t"
                                + (100 + (long) (Math.pow(dice.nextDouble(), 4) * 1e6)) + "\n";
                out.write(line.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private SmallHeap() {}
}
