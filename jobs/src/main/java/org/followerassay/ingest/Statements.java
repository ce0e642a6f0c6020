package org.followerassay.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an export says of itself beside its rows.
 *
 * @param ties number of ties that its header states
 * @param accounts number of accounts that its header states
 * @param lists directions in which it holds a list, even an empty one
 * @param stated length of the list by direction
 * @param partial why no list of it is whole, if it says so
 * @param ownerHandle name of the lists' owner
 * @param ownerCreatedAt microseconds
 * @param notes further sentences for the user
 */
record Statements(
        Optional<Long> ties,
        Optional<Long> accounts,
        List<String> lists,
        Map<String, Long> stated,
        Optional<String> partial,
        Optional<String> ownerHandle,
        Optional<Long> ownerCreatedAt,
        List<String> notes) {

    static final Statements NONE = graph(Optional.empty(), Optional.empty(), List.of());

    static Statements graph(Optional<Long> ties, Optional<Long> accounts, List<String> notes) {
        return new Statements(
                ties, accounts, List.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), notes);
    }
}
