package org.followerassay.ingest.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.Times;

/**
 * A folder of whole lists of one account, a file for each day or hour: what people keep who fetch a list again and again.
 *
 * <p>The folder is taken only if it holds nothing else, if at least two files alike carry different dates, and if a file or
 * folder name says followers or following. So an inbox of other exports is left to their formats.
 */
public final class DatedLists implements ExportFormat {
    private static final String PLATFORM = "graph";
    private static final Pattern NAME =
            Pattern.compile(".*\\.(?:txt|lst|list|csv|tsv|json)(?:\\.gz|\\.zst)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("(?<![a-z])(followers?|followings?|followees?)(?![a-z])");
    private static final Pattern WHEN = Pattern.compile("(?<![0-9])(20[0-9]{2})([-_]?)([01][0-9])\\2([0-3][0-9])"
            + "(?:[T_ -]?([0-2][0-9])[-_:.h]?([0-5][0-9])(?:[-_:.]?([0-5][0-9]))?Z?)?(?![0-9])");

    /** One file, dated. */
    private record Dated(Entry entry, String direction, Instant when) {}

    @Override
    public String name() {
        return "dated-lists";
    }

    @Override
    public String about() {
        return "a folder of whole lists of one account, a file a day such as followers-2026-01-31.txt: an account a line, a CSV"
                + " with a column such as id or login, or a JSON array";
    }

    @Override
    public String tiers() {
        return "E";
    }

    @Override
    public String direction() {
        return "the word followers or following in a file's or folder's name, else --direction";
    }

    @Override
    public String limits() {
        return "the order of a list is not read as positions, since nothing says which end is the newest; the account is"
                + " --account's or the folder's name; other columns are not read; an empty file counts as a list that is"
                + " not complete";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> files = place.isFile() ? List.of() : place.matching(entry -> !RotatedFiles.isBeside(entry));
        List<Dated> dated = new ArrayList<>();
        for (Entry file : files) {
            Optional<Instant> when = NAME.matcher(file.name()).matches() ? when(file.name()) : Optional.empty();
            Optional<String> direction = direction(place, file, asked);
            if (when.isEmpty() || direction.isEmpty() || !isFlat(file)) {
                return notOurs(place, file, when.isPresent() && isFlat(file), asked);
            }
            dated.add(new Dated(file, direction.get(), when.get()));
        }
        Map<String, List<Dated>> alike = new LinkedHashMap<>();
        dated.forEach(list -> alike.computeIfAbsent(RotatedFiles.shape(list.entry()), unseen -> new ArrayList<>())
                .add(list));
        boolean severalDates = alike.values().stream()
                .anyMatch(lists -> lists.stream().map(Dated::when).distinct().count() > 1);
        Map<String, ListForm> forms = new LinkedHashMap<>();
        alike.forEach((shape, lists) -> form(lists).ifPresent(form -> forms.put(shape, form)));
        if (!severalDates || forms.size() < alike.size()) {
            return files.isEmpty() ? Optional.empty() : notOurs(place, files.get(0), false, asked);
        }
        return Optional.of(export(place, dated, forms, asked));
    }

    private Export export(Place place, List<Dated> lists, Map<String, ListForm> forms, Asked asked) {
        Export export = Export.of(this, place, PLATFORM)
                .what("whole lists of one account, a file for each time")
                .ownedBy(owner(place, asked));
        Map<String, Entry> taken = new LinkedHashMap<>();
        for (Dated list : lists) {
            Entry other = taken.put(list.direction() + list.when(), list.entry());
            if (other != null) {
                throw AssayException.badInput(place.name() + ": " + other.path() + " and "
                        + list.entry().path()
                        + " carry the same time: remove one of them, or name both with the time of day");
            }
            ListForm form = ListForm.ofBlank(list.entry()).orElse(forms.get(RotatedFiles.shape(list.entry())));
            export.holds(list.direction())
                    .part(Part.of(list.entry(), new DatedList(form, list.direction(), Times.micros(list.when()))));
        }
        return export.whole();
    }

    private static Owner owner(Place place, Asked asked) {
        boolean nameless = word(place.fileName()).isPresent() && asked.account().isEmpty();
        if (nameless && place.fileName().toLowerCase(Locale.ROOT).matches("follow[a-z]*")) {
            throw AssayException.badInput(
                    place.name() + " holds lists, but its name does not say whose: add --account with the name or id");
        }
        return asked.ownerOrName(PLATFORM, place);
    }

    private static Optional<Export> notOurs(Place place, Entry file, boolean onlyDirectionMissing, Asked asked) {
        if (!asked.forced()) {
            return Optional.empty();
        }
        throw AssayException.badInput(
                onlyDirectionMissing && direction(place, file, asked).isEmpty()
                        ? place.name() + " does not say whether its lists are followers or followees: add --direction"
                        : place.name() + " is no folder of dated lists (" + file.path()
                                + "): name a folder in which each"
                                + " file is a list of accounts and carries its date, such as 2026-01-31.txt");
    }

    /** Beside the dated files there may be folders named after the direction, but none of several accounts. */
    private static boolean isFlat(Entry file) {
        int slash = file.path().lastIndexOf('/');
        return slash < 0 || file.path().substring(0, slash).matches("(?i)follow(?:ers?|ings?|ees?)");
    }

    private static Optional<String> direction(Place place, Entry file, Asked asked) {
        return word(file.path()).or(() -> word(place.fileName())).or(asked::direction);
    }

    private static Optional<String> word(String name) {
        Matcher word = WORD.matcher(name.toLowerCase(Locale.ROOT));
        return word.find()
                ? Optional.of(word.group(1).startsWith("follower") ? Owner.FOLLOWERS : Owner.FOLLOWEES)
                : Optional.empty();
    }

    /** The form of files that are alike, if the first and the last that hold anybody have the same. */
    private static Optional<ListForm> form(List<Dated> lists) {
        List<Entry> filled = lists.stream()
                .map(Dated::entry)
                .filter(entry -> ListForm.ofBlank(entry).isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return Optional.empty();
        }
        Optional<ListForm> first = ListForm.of(filled.get(0));
        return first.equals(ListForm.of(filled.get(filled.size() - 1))) ? first : Optional.empty();
    }

    /** The date in a name, with the time of day if that follows; as UTC. */
    private static Optional<Instant> when(String name) {
        Matcher when = WHEN.matcher(name);
        if (!when.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            number(when.group(1)),
                            number(when.group(3)),
                            number(when.group(4)),
                            number(when.group(5)),
                            number(when.group(6)),
                            number(when.group(7)))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
