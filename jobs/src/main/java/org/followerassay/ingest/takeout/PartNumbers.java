package org.followerassay.ingest.takeout;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The numbers in the names of the files that make up one list; the first is 1, or 0 if it carries none. */
final class PartNumbers {
    /** Why the list is not whole, if a number is missing. A last part that is missing leaves no gap. */
    static Optional<String> gap(String list, List<Integer> numbers) {
        int last = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
        return IntStream.rangeClosed(1, last)
                .filter(number -> !numbers.contains(number))
                .filter(number -> number > 1 || !numbers.contains(0))
                .mapToObj(number -> "part " + number + " of the list of " + list + " is missing")
                .findFirst();
    }

    private PartNumbers() {}
}
