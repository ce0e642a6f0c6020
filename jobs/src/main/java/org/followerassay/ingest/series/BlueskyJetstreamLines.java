package org.followerassay.ingest.series;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;
import java.util.Set;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.JsonLineReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/**
 * One line of Jetstream: a record created or deleted, or what became of an account. The time of all is {@code time_us},
 * the server's. Lines of before October 2024 abbreviate: com, acc and id; c, u and d.
 */
final class BlueskyJetstreamLines extends JsonLineReader {
    private static final long serialVersionUID = 1L;

    @Override
    public Set<String> columns() {
        return Set.of(
                "follower",
                "followee",
                "change",
                "earliest",
                "latest",
                "record_key",
                "followed_at",
                "account",
                "status",
                "observed_at");
    }

    @Override
    protected void element(JsonNode line, RowSink rows) {
        String did = Json.text(line, "did");
        String kind = Json.firstText(Json.text(line, "kind"), Json.text(line, "type"));
        if (did == null || kind == null) {
            rows.reject(RejectReason.MISSING_CELL, did == null ? "did is missing" : "kind is missing");
            return;
        }
        switch (kind) {
            case "commit", "com" -> commit(did, line, rows);
            case "account", "acc" -> account(did, line, rows);
            case "identity", "id" -> rows.other();
            default -> rows.reject(RejectReason.BAD_RECORD, "the kind of the line is not commit, account or identity");
        }
    }

    private static void commit(String did, JsonNode line, RowSink rows) {
        JsonNode commit = line.path("commit");
        String collection = Json.text(commit, "collection");
        String key = Json.text(commit, "rkey");
        String operation = Json.firstText(Json.text(commit, "operation"), Json.text(commit, "type"));
        if (collection != null && !collection.equals(BlueskyJetstream.FOLLOWS)) {
            rows.other();
        } else if (collection == null || key == null || operation == null) {
            rows.reject(RejectReason.MISSING_CELL, "collection, rkey or operation is missing");
        } else {
            String time = Json.text(line, "time_us");
            StagedRow event = rows.event()
                    .account("follower", did)
                    .requiredTime("earliest", time)
                    .requiredTime("latest", time)
                    .text("record_key", did + "/" + key);
            switch (operation) {
                case "create", "c" ->
                    event.account("followee", Json.text(commit, "record", "subject"))
                            .cell("change", CellKind.CHANGE, "follow")
                            .keep();
                case "delete", "d" -> {
                    long followedAt = followedAt(key, line.path("time_us").asLong());
                    if (followedAt >= 0) {
                        event.micros("followed_at", followedAt);
                    }
                    event.cell("change", CellKind.CHANGE, "unfollow").keep();
                }
                default ->
                    rows.reject(
                            RejectReason.BAD_RECORD,
                            "a follow record is created or deleted; this line does neither, so the tie is unclear");
            }
        }
    }

    /** When the record that is deleted was made, if its key tells a time before its end; else -1. */
    private static long followedAt(String key, long deletedAt) {
        OptionalLong made = Tid.micros(key);
        return made.isPresent() && made.getAsLong() <= deletedAt ? made.getAsLong() : -1;
    }

    private static void account(String did, JsonNode line, RowSink rows) {
        JsonNode account = line.path("account");
        String status = account.path("active").asBoolean(false) ? "active" : Json.text(account, "status");
        if (status == null) {
            rows.reject(RejectReason.MISSING_CELL, "the account is not active, and the line does not say why");
            return;
        }
        switch (status) {
            case "active", "deleted", "suspended", "deactivated" -> status(did, status, line, rows);
            case "takendown" -> status(did, "suspended", line, rows);
            default -> rows.other();
        }
    }

    /** An account may come back: the time of the line tells which status is the later one. */
    private static void status(String did, String status, JsonNode line, RowSink rows) {
        rows.profile()
                .account("account", did)
                .cell("status", CellKind.STATUS, status)
                .requiredTime("observed_at", Json.text(line, "time_us"))
                .keep();
    }
}
