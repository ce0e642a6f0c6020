package org.followerassay.ingest.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Place;

/**
 * Files of one kind that a program wrote one after the other: a single one, or a folder that holds nothing else.
 *
 * <p>A folder may hold thousands. Those whose paths differ in digits only are taken for one series, of which the first and
 * the last file that are not empty are looked into; a line that does not belong is still rejected when it is read.
 */
final class RotatedFiles {
    private static final Pattern BESIDE = Pattern.compile(
            "(?:.*/)?(?:readme|licen[cs]e|checksums?|cursor)[^/]*|.*\\.(?:md|md5|sha1|sha256)",
            Pattern.CASE_INSENSITIVE);

    /** The files, in the order of their paths; none if the place is anything else. */
    static List<Entry> of(Place place, Predicate<Entry> named, Predicate<Entry> isOurs) {
        List<Entry> files = place.isFile() ? place.entries() : place.matching(entry -> !isBeside(entry));
        if (files.isEmpty() || !files.stream().allMatch(named)) {
            return List.of();
        }
        Map<String, List<Entry>> shapes = new LinkedHashMap<>();
        files.forEach(file ->
                shapes.computeIfAbsent(shape(file), unseen -> new ArrayList<>()).add(file));
        boolean any = false;
        for (List<Entry> series : shapes.values()) {
            Optional<Entry> first = firstFilled(series);
            Collections.reverse(series);
            if (first.isPresent()
                    && !(isOurs.test(first.get())
                            && isOurs.test(firstFilled(series).get()))) {
                return List.of();
            }
            any |= first.isPresent();
        }
        return any ? files : List.of();
    }

    private static Optional<Entry> firstFilled(List<Entry> series) {
        return series.stream()
                .filter(entry -> entry.bytes() > 0 && !FirstRecords.text(entry).isBlank())
                .findFirst();
    }

    /** True for what people put beside exports: a description, a licence, checksums. */
    static boolean isBeside(Entry entry) {
        return BESIDE.matcher(entry.path()).matches();
    }

    /** The path without what changes from file to file. */
    static String shape(Entry entry) {
        return entry.path().replaceAll("[0-9]+", "#");
    }

    private RotatedFiles() {}
}
