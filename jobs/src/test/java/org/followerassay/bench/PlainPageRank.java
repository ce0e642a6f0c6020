package org.followerassay.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * PageRank on one core in plain arrays, with the edges in memory before the clock starts: what the work costs by itself.
 *
 * <p>Edges are put into compressed rows by the account that they lead to, so that a round reads them once, in order.
 */
final class PlainPageRank {
    static final String NAME = "plain Java, one core";
    static final String FILE = "scores.csv";

    private final long[] accounts;
    private final int[] firstFan;
    private final int[] fans;
    private final int[] followees;
    private double[] scores;

    /** @param ends from and to of each edge, sorted by to */
    private PlainPageRank(long[] ends) {
        int edges = ends.length / 2;
        accounts = Arrays.stream(ends).sorted().distinct().toArray();
        firstFan = new int[accounts.length + 1];
        fans = new int[edges];
        followees = new int[accounts.length];
        int to = 0;
        for (int edge = 0; edge < edges; edge++) {
            int from = Arrays.binarySearch(accounts, ends[2 * edge]);
            while (accounts[to] != ends[2 * edge + 1]) {
                firstFan[++to] = edge;
            }
            fans[edge] = from;
            followees[from]++;
        }
        Arrays.fill(firstFan, to + 1, firstFan.length, edges);
        scores = new double[accounts.length];
        Arrays.fill(scores, 1);
    }

    private void round() {
        double[] shares = new double[scores.length];
        for (int account = 0; account < shares.length; account++) {
            shares[account] = followees[account] == 0 ? 0 : scores[account] / followees[account];
        }
        double[] next = new double[scores.length];
        for (int account = 0; account < next.length; account++) {
            double received = 0;
            for (int fan = firstFan[account]; fan < firstFan[account + 1]; fan++) {
                received += shares[fans[fan]];
            }
            next[account] = 1 - PageRanks.DAMPING + PageRanks.DAMPING * received;
        }
        scores = next;
    }

    private static PlainPageRank of(long[] ends) {
        PlainPageRank ranks = new PlainPageRank(ends);
        for (int round = 0; round < PageRanks.ROUNDS; round++) {
            ranks.round();
        }
        return ranks;
    }

    /** Arguments: those of a {@link Task} whose inputs are folders of {@link MadeUpEdges}. */
    public static void main(String[] args) throws Exception {
        Task task = Task.of(args);
        of(MadeUpEdges.read(task.warmUp()));
        long[] ends = MadeUpEdges.read(task.input());
        PlainPageRank[] found = new PlainPageRank[1];
        task.report(Measurement.of(() -> found[0] = of(ends), () -> {
            TreeMap<String, String> versions = new TreeMap<>();
            versions.put("java", Runtime.version().toString());
            found[0].write(Files.createDirectories(task.output()).resolve(FILE));
            return new Measurement.Written(0, 0, versions);
        }));
    }

    private void write(Path file) {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("account,score");
            for (int account = 0; account < accounts.length; account++) {
                out.println(accounts[account] + "," + scores[account]);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
