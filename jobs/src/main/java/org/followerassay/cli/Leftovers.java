package org.followerassay.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Limits;
import org.followerassay.ingest.format.Place;

/** Where an erased account still stands, outside of the warehouse: in exports, reports and copies that nobody may change unasked. */
final class Leftovers {
    private final SparkSession session;
    private final Mentions mentions;
    private final List<String> files = new ArrayList<>();
    private long searched;

    Leftovers(SparkSession session, Mentions mentions) {
        this.session = session;
        this.mentions = mentions;
    }

    /** Searches a file or folder; into packed files, zips and Parquet, too. */
    void search(String path) {
        Configuration hadoop = session.sparkContext().hadoopConfiguration();
        try {
            Place place = Place.at(new Path(path), path, Limits.defaults(), hadoop);
            for (Entry entry : place.entries()) {
                if (entry.name().endsWith(".zip")) {
                    Path zip = place.isFile() ? new Path(path) : new Path(path, entry.path());
                    for (Entry within : Place.at(zip, entry.shown(), Limits.defaults(), hadoop)
                            .unzipped(Limits.defaults(), hadoop)
                            .entries()) {
                        look(within);
                    }
                } else {
                    look(entry);
                }
            }
        } catch (IOException unreadable) {
            throw AssayException.badInput(
                    path + " can't be searched (" + unreadable.getMessage() + "): correct the path after --search",
                    unreadable);
        }
    }

    private void look(Entry entry) throws IOException {
        searched++;
        boolean found = mentions.inPath(entry.shown())
                || (entry.name().endsWith(".parquet")
                        ? inParquet(entry.stretch().path())
                        : inText(entry));
        if (found) {
            files.add(entry.shown());
        }
    }

    private boolean inText(Entry entry) throws IOException {
        try (InputStream in = entry.open();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            char[] read = new char[1 << 16];
            String kept = "";
            for (int got = lines.read(read); got > 0; got = lines.read(read)) {
                String text = kept + new String(read, 0, got);
                if (mentions.in(text)) {
                    return true;
                }
                // A name may stand across two pieces.
                kept = text.substring(Math.max(0, text.length() - 512));
            }
            return false;
        }
    }

    private boolean inParquet(String path) {
        return !session.read()
                .parquet(path)
                .where(to_json(struct(col("*"))).rlike(mentions.pattern()))
                .isEmpty();
    }

    long searched() {
        return searched;
    }

    List<String> files() {
        return List.copyOf(files);
    }
}
