package org.followerassay.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lower;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.IDENTITIES;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Hashes;
import org.followerassay.graph.FollowerLists;
import picocli.CommandLine.Option;

/** Which accounts' lists tell what is usual. */
final class ReferenceArgs {
    private static final String PART = "reference";

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description =
                    "compare creation dates with the lists of these accounts only, a text with an id or handle a line (# begins"
                            + " a comment); without it, with all lists of the warehouse")
    private String file;

    /** Puts the curated reference into the draft, or takes an earlier one out of it. */
    void into(Draft draft, Consumer<String> say) {
        if (file == null) {
            draft.drop(REFERENCE_ACCOUNTS, PART);
            return;
        }
        SortedSet<String> names = read(draft);
        Dataset<Row> accounts = accounts(draft, names);
        long listed = FollowerLists.newest(draft.of(COVERAGE))
                .join(accounts, "account")
                .count();
        if (listed == 0) {
            throw AssayException.badInput("of the " + names.size() + " accounts in " + file
                    + " none has a follower list in the warehouse: name accounts whose lists were ingested");
        }
        say.accept("reference: " + names.size() + " accounts from " + file + ", " + listed + " with a follower list");
        String key = Hashes.of(names);
        boolean known = draft.parts(REFERENCE_ACCOUNTS).stream()
                .anyMatch(part -> part.key().equals(key));
        if (!known) {
            draft.write(REFERENCE_ACCOUNTS, PART, key, accounts);
        }
    }

    /** The lines of the file; a reference is a list that somebody made, and fits the memory of one process. */
    private SortedSet<String> read(Draft draft) {
        SortedSet<String> names = new TreeSet<>();
        Path path = new Path(file);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                path.getFileSystem(draft.session().sparkContext().hadoopConfiguration())
                        .open(path),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String name = line.replaceFirst("#.*", "").strip().replaceFirst("^@", "");
                if (!name.isEmpty()) {
                    names.add(name.toLowerCase(Locale.ROOT));
                }
            }
        } catch (IOException unreadable) {
            throw AssayException.badInput(
                    "the reference " + file + " can't be read: " + unreadable.getMessage(), unreadable);
        }
        if (names.isEmpty()) {
            throw AssayException.badInput("the reference " + file + " names no account: write an id or handle a line");
        }
        return names;
    }

    /** Ids by themselves, other names by the table identities. */
    private Dataset<Row> accounts(Draft draft, SortedSet<String> names) {
        Dataset<Row> given = draft.session()
                .createDataset(List.copyOf(names), Encoders.STRING())
                .toDF("name");
        Dataset<Row> known = draft.of(IDENTITIES)
                .select(coalesce(col("handle"), col("external_id")).as("called"), col("account"))
                .unionByName(draft.of(IDENTITIES).select(col("external_id").as("called"), col("account")))
                .withColumn("name", lower(col("called")))
                .select("name", "account")
                .distinct();
        Dataset<Row> found = given.join(known, new String[] {"name"}, "left")
                .withColumn("account", coalesce(col("account"), col("name").try_cast("bigint")));
        for (Row unknown :
                found.where(col("account").isNull()).orderBy("name").limit(1).collectAsList()) {
            throw AssayException.badInput("no account in the warehouse is called '" + unknown.getAs("name") + "', as "
                    + file + " says: name it by its id, or by a handle that the export holds");
        }
        return found.select("account").distinct();
    }
}
