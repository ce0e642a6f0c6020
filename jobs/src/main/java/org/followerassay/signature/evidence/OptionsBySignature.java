package org.followerassay.signature.evidence;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.followerassay.flow.RunInfo;

/** What each of several signatures was told, in one record for the manifest. */
public record OptionsBySignature(SortedMap<String, SortedMap<String, String>> bySignature) {
    public static OptionsBySignature of(List<? extends Profiled> signatures) {
        SortedMap<String, SortedMap<String, String>> told = new TreeMap<>();
        signatures.forEach(signature -> told.put(signature.signature(), RunInfo.describe(signature.options())));
        return new OptionsBySignature(told);
    }
}
