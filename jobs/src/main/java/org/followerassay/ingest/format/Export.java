package org.followerassay.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.followerassay.flow.AssayException;

/** One export as recognised: whose it is, which files of it are read and how, and what it says of itself. */
public final class Export {
    private final ExportFormat format;
    private final Place place;
    private final String platform;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Long> stated = new LinkedHashMap<>();
    private final List<String> lists = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private String what = "";
    private Owner owner;
    private Long snapshot;
    private String snapshotFrom = "";
    private Long statedTies;
    private Long statedAccounts;
    private String partial;
    private boolean reversed;
    private boolean undirected;

    private Export(ExportFormat format, Place place, String platform) {
        this.format = format;
        this.place = place;
        this.platform = platform;
    }

    /** @param platform whose names and ids these are, in one lower-case word: x, instagram, github; graph if nobody's */
    public static Export of(ExportFormat format, Place place, String platform) {
        return new Export(format, place, platform);
    }

    /** What was recognised, for the user, without the name of an account: "X archive of one account". */
    public Export what(String words) {
        what = words;
        return this;
    }

    public Export ownedBy(Owner owner) {
        this.owner = owner;
        return this;
    }

    /** When it was taken, if it says so. What the user said after --snapshot goes before, and is seen to elsewhere. */
    public Export takenAt(Instant instant, String from) {
        snapshot = Times.micros(instant);
        snapshotFrom = from;
        return this;
    }

    public Export part(Part part) {
        parts.add(part);
        return this;
    }

    /** The export holds this list of its owner, even if no row of it is there. */
    public Export holds(String direction) {
        if (!lists.contains(direction)) {
            lists.add(direction);
        }
        return this;
    }

    /** The export says how long the owner's list is. */
    public Export states(String direction, long length) {
        stated.merge(direction, length, Long::sum);
        return this;
    }

    /** The export's header says how many ties it holds. */
    public Export statesTies(long ties) {
        statedTies = ties;
        return this;
    }

    /** The export's header says how many accounts appear in it. */
    public Export statesAccounts(long accounts) {
        statedAccounts = accounts;
        return this;
    }

    /** No list in it is whole, and why. */
    public Export partial(String why) {
        partial = why;
        return this;
    }

    /** The first account in each of its records is the one that is followed. */
    public Export followeeFirst() {
        reversed = true;
        return this;
    }

    /** Ties have no direction; the reader stages each as two follows, the second as a further row. */
    public Export undirected() {
        undirected = true;
        return this;
    }

    /** A further sentence for the user, without the name of an account. */
    public Export note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** A note that makes the export unusable where the user wants no doubt (--strict). */
    public Export doubt(String sentence) {
        doubts.add(sentence);
        return note(sentence);
    }

    /**
     * To be called last.
     *
     * @throws AssayException if no file of it is to be read
     */
    public Export whole() {
        if (parts.isEmpty()) {
            throw AssayException.badInput(
                    place.name() + " looks like " + format.name() + " but holds nothing to read: export it again");
        }
        return this;
    }

    public ExportFormat format() {
        return format;
    }

    public Place place() {
        return place;
    }

    public String platform() {
        return platform;
    }

    public String what() {
        return what.isEmpty() ? format.name() : what;
    }

    public Optional<Owner> owner() {
        return Optional.ofNullable(owner);
    }

    /** Microseconds. */
    public Optional<Long> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    public String snapshotFrom() {
        return snapshotFrom;
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    public Map<String, Long> stated() {
        return Map.copyOf(stated);
    }

    public List<String> lists() {
        return List.copyOf(lists);
    }

    public Optional<Long> statedTies() {
        return Optional.ofNullable(statedTies);
    }

    public Optional<Long> statedAccounts() {
        return Optional.ofNullable(statedAccounts);
    }

    public Optional<String> partial() {
        return Optional.ofNullable(partial);
    }

    public boolean isFolloweeFirst() {
        return reversed;
    }

    public boolean isUndirected() {
        return undirected;
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    public List<String> doubts() {
        return List.copyOf(doubts);
    }
}
