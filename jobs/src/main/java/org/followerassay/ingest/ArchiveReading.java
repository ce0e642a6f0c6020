package org.followerassay.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Times;

/**
 * The archive that X hands to an account's owner: its followers and followees by id, newest first.
 *
 * <p>It holds no times, but ids given since 2016 carry the time at which the account was created. The elements of each
 * part are read by one task, as a stream; an RDD for the same reasons as {@link TextReading}.
 */
record ArchiveReading(Source source, ArchiveIndex index, ListOwner named, Statements statements, Ids ids)
        implements Reading {

    static ArchiveReading of(ArchiveIndex index, IngestOptions options, Ids ids) {
        JsonNode account = index.account().path(0).path("account");
        JsonNode user = index.manifest().path("userInfo");
        String id = options.account()
                .or(() -> text(account.path("accountId")))
                .or(() -> text(user.path("accountId")))
                .orElseThrow(() -> AssayException.badInput(index.name()
                        + " does not say whose archive it is (account.js is missing): add --account with the id"))
                .strip();
        long owner = ids.of(id);
        if (owner == Ids.NONE) {
            throw AssayException.badInput(index.name() + ": the owner '" + id + "' is neither a decimal id nor a name");
        }
        Optional<Long> created = text(account.path("createdAt")).flatMap(ArchiveReading::time);
        Optional<String> handle = text(account.path("username")).or(() -> text(user.path("userName")));
        return new ArchiveReading(
                sourceOf(index, options),
                index,
                new ListOwner(owner, id, "", ids.hides(id, CellKind.ID)),
                statements(index, handle, created),
                ids);
    }

    private static Source sourceOf(ArchiveIndex index, IngestOptions options) {
        Optional<Long> given = options.snapshot().map(Times::micros);
        Optional<Long> generated = text(index.manifest().path("archiveInfo").path("generationDate"))
                .flatMap(ArchiveReading::time);
        Optional<Long> inName = Times.dayIn(index.fileName()).map(Times::micros);
        String from = given.isPresent()
                ? "from --snapshot"
                : generated.isPresent() ? "when the archive was made" : "from the archive's name";
        return new Source(
                index.name(),
                index.sha256(),
                index.bytes(),
                ExportFormat.X_ARCHIVE,
                given.or(() -> generated).or(() -> inName),
                from);
    }

    private static Statements statements(ArchiveIndex index, Optional<String> handle, Optional<Long> created) {
        Map<String, Long> stated = new HashMap<>();
        stated(index, "follower").ifPresent(count -> stated.put(Lists.FOLLOWERS, count));
        stated(index, "following").ifPresent(count -> stated.put(Lists.FOLLOWEES, count));
        boolean partial =
                index.manifest().path("archiveInfo").path("isPartialArchive").asBoolean(false);
        return new Statements(
                Optional.empty(),
                Optional.empty(),
                index.lists().stream()
                        .map(ArchiveIndex.ListFile::direction)
                        .distinct()
                        .toList(),
                stated,
                partial ? Optional.of("the archive says that it is partial") : Optional.empty(),
                handle,
                created,
                List.of());
    }

    private static Optional<Long> stated(ArchiveIndex index, String type) {
        JsonNode files = index.manifest().path("dataTypes").path(type).path("files");
        if (!files.isArray() || files.isEmpty()) {
            return Optional.empty();
        }
        long sum = 0;
        for (JsonNode file : files) {
            sum += file.path("count").asLong(0);
        }
        return Optional.of(sum);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
                ? Optional.of(node.asText())
                : Optional.empty();
    }

    private static Optional<Long> time(String text) {
        OptionalLong micros = Times.parse(text);
        return micros.isPresent() ? Optional.of(micros.getAsLong()) : Optional.empty();
    }

    @Override
    public Layout layout() {
        List<Cell> cells = List.of(
                new Cell("newest_first", CellKind.COUNT, true, 0, "place in the list"),
                new Cell("created_at", CellKind.TIME, false, 0, "time in the id"));
        return new Layout(Shape.LIST, ',', 1, 1, cells, List.of(), false, false);
    }

    @Override
    public String plan() {
        return "archive of " + named.account();
    }

    @Override
    public Optional<ListOwner> owner() {
        return Optional.of(named);
    }

    @Override
    public Optional<String> firstTie() {
        return Optional.empty();
    }

    @Override
    public Staged stage(SparkSession session) {
        List<ArchiveIndex.ListFile> lists = index.lists();
        StagedRows rows = new StagedRows(layout(), ids.hidesNumbers());
        SerializableConfiguration hadoop =
                new SerializableConfiguration(session.sparkContext().hadoopConfiguration());
        List<ArchiveElements> readers = new ArrayList<>();
        for (int unit = 0; unit < lists.size(); unit++) {
            ArchiveIndex.ListFile list = lists.get(unit);
            ListOwner owner = new ListOwner(named.account(), named.name(), list.direction(), named.named());
            readers.add(new ArchiveElements(unit, list.unit(), list.part(), owner, ids, rows));
        }
        JavaRDD<Row> staged = JavaSparkContext.fromSparkContext(session.sparkContext())
                .parallelize(IntStream.range(0, readers.size()).boxed().toList(), readers.size())
                .flatMap(unit -> readers.get(unit).rows(hadoop.value()));
        return new Staged(
                session.createDataFrame(staged, rows.schema()),
                lists.stream().map(list -> list.unit().file()).toList(),
                lists.stream().map(ArchiveIndex.ListFile::direction).toList());
    }
}
