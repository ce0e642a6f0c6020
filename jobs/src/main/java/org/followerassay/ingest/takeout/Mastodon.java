package org.followerassay.ingest.takeout;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * The CSV files in which Mastodon hands out whom an account follows, and who follows it: an address {@code user@domain} a
 * line, and of followees some settings.
 *
 * <p>The first files had no header. Addresses are the same in upper and lower case. Someone who moves to another server
 * gets another address, which looks like an unfollow and a follow. The order of the lines means nothing.
 */
public final class Mastodon implements ExportFormat {
    private static final String PLATFORM = "mastodon";
    private static final String FIRST_CELL = "Account address";
    private static final Pattern FOLLOWEES = Pattern.compile("following_accounts[^/]*\\.csv");
    private static final Pattern FOLLOWERS = Pattern.compile("followers[^/]*\\.csv");

    @Override
    public String name() {
        return "mastodon";
    }

    @Override
    public String about() {
        return "the CSV files of a Mastodon account, following_accounts.csv and followers.csv, as a folder or one by one";
    }

    @Override
    public String tiers() {
        return "E";
    }

    @Override
    public String direction() {
        return "following_accounts.csv lists whom the owner follows, followers.csv who follows the owner";
    }

    @Override
    public String limits() {
        return "no times and no order; an account that moves to another server looks like another one";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> followees = ours(place, FOLLOWEES);
        List<Entry> followers = ours(place, FOLLOWERS);
        boolean oneOfEach = followees.size() <= 1 && followers.size() <= 1;
        if ((followees.isEmpty() && followers.isEmpty()) || !oneOfEach) {
            return Optional.empty();
        }
        Export export = Export.of(this, place, PLATFORM)
                .what("Mastodon lists of one account")
                .ownedBy(asked.ownerOrName(PLATFORM, place, CellKind.NAME));
        followers.forEach(file -> add(export, file, Owner.FOLLOWERS));
        followees.forEach(file -> add(export, file, Owner.FOLLOWEES));
        return Optional.of(export.whole());
    }

    /** Several files of one kind are several exports, each to be read by itself. */
    private static List<Entry> ours(Place place, Pattern path) {
        return place.matching(path).stream()
                .filter(file -> hasHeader(file) || beginsWithAddress(file))
                .toList();
    }

    private static void add(Export export, Entry file, String direction) {
        export.holds(direction).part(Part.of(file, new MastodonList(hasHeader(file) ? 1 : 0, direction)));
    }

    private static boolean hasHeader(Entry file) {
        return firstCell(file).equalsIgnoreCase(FIRST_CELL);
    }

    private static boolean beginsWithAddress(Entry file) {
        return MastodonList.ADDRESS.matcher(firstCell(file)).matches();
    }

    private static String firstCell(Entry file) {
        List<String> lines = file.lines();
        List<String> cells = lines.isEmpty() ? null : new CellSplitter(',').cells(lines.get(0));
        return cells == null ? "" : cells.get(0).strip();
    }
}
