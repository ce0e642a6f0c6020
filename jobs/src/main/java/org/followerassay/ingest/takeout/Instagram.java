package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.RowReader;

/**
 * The export that Instagram hands to an account's owner: followers and followees by user name, with the second of the
 * follow, and those whom the owner ceased to follow lately.
 *
 * <p>Since 2021 each list is a file, and followers are parted: {@code followers_1.json}, {@code followers_2.json}. Before,
 * one {@code connections.json} held all lists, keyed by user name. Since 2025 the name of a followee is in {@code title}.
 *
 * <p>An account is known by its user name alone, so one that takes another name looks like one that left and one that
 * came. Requests to follow are no ties. The order within the lists is recalled and not documented; the times are.
 */
public final class Instagram implements ExportFormat {
    private static final String PLATFORM = "instagram";
    private static final String FOLDER = "(?:(?:connections/)?followers_and_following/)?";
    private static final Pattern LIST = Pattern.compile(FOLDER
            + "(followers|following|recently_unfollowed_(?:profiles|accounts)|pending_follow_requests"
            + "|recent_follow_requests|follow_requests_you.{0,3}ve_received)(?:_([0-9]{1,6}))?\\.json");
    private static final Pattern WEB_PAGE =
            Pattern.compile("(?:connections/)?followers_and_following/[^/]*\\.html|followers_[0-9]+\\.html");

    private static final List<String> PROFILES = List.of(
            "personal_information/personal_information/personal_information.json",
            "personal_information/personal_information.json",
            "account_information/personal_information.json",
            "profile.json");

    @Override
    public String name() {
        return "instagram";
    }

    @Override
    public String about() {
        return "the JSON export that Instagram hands to an account's owner, as a folder or .zip:"
                + " followers_1.json, following.json and the files beside them; before 2021 connections.json";
    }

    @Override
    public String tiers() {
        return "E O T";
    }

    @Override
    public String direction() {
        return "followers_1.json lists who follows the owner, following.json whom the owner follows";
    }

    @Override
    public String limits() {
        return "accounts by user name, so a change of name looks like an unfollow and a follow; unfollows of the owner"
                + " only, of the last weeks";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) throws IOException {
        List<Entry> lists =
                place.matching(LIST).stream().filter(Instagram::isOurs).toList();
        Optional<Entry> connections = place.entry("connections.json");
        if (!lists.isEmpty()) {
            Export export = export(place, asked);
            addLists(export, lists);
            return Optional.of(export.whole());
        }
        if (connections.isPresent()) {
            return ofConnections(connections.get(), place, asked);
        }
        for (Entry page : place.matching(WEB_PAGE)) {
            throw AssayException.badInput(page.shown()
                    + " is the web page form of an Instagram export: request the export again and choose JSON");
        }
        return Optional.empty();
    }

    /** Others have files of the same names, too: the keys are Instagram's own, and so is how a bare list begins. */
    private static boolean isOurs(Entry list) {
        String key = MetaText.key(list);
        if (key == null || !key.isEmpty()) {
            return key != null && key.startsWith("relationships_");
        }
        boolean named = match(list).group(2) != null || list.path().contains("/");
        return MetaText.lists("string_list_data", list) && (named || !MetaText.isEmpty(list));
    }

    private static void addLists(Export export, List<Entry> lists) {
        List<Entry> inOrder = new ArrayList<>(lists);
        inOrder.sort(Comparator.comparing(Instagram::list).thenComparing(Instagram::part));
        for (Entry list : inOrder) {
            List<String> array = List.of(MetaText.key(list));
            switch (list(list)) {
                case "followers" -> addList(export, list, array, Owner.FOLLOWERS);
                case "following" -> addList(export, list, array, Owner.FOLLOWEES);
                case "recently_unfollowed_profiles", "recently_unfollowed_accounts" ->
                    export.part(Part.of(list, new InstagramUnfollows(array)));
                default -> export.part(Part.of(list, new NoTies(array)));
            }
        }
        for (String list : List.of("followers", "following")) {
            List<Integer> parts = inOrder.stream()
                    .filter(entry -> list(entry).equals(list))
                    .map(Instagram::part)
                    .toList();
            PartNumbers.gap(list, parts).ifPresent(export::partial);
        }
    }

    private static void addList(Export export, Entry list, List<String> array, String direction) {
        RowReader reader = new InstagramList(array, direction);
        export.holds(direction).part(Part.newestFirst(list, reader, direction));
    }

    private Optional<Export> ofConnections(Entry connections, Place place, Asked asked) throws IOException {
        Sections sections = Sections.of(connections, 1);
        boolean followers = sections.isObject("followers");
        boolean following = sections.isObject("following");
        if (!followers && !following) {
            return Optional.empty();
        }
        Export export = export(place, asked);
        if (followers) {
            export.holds(Owner.FOLLOWERS);
        }
        if (following) {
            export.holds(Owner.FOLLOWEES);
        }
        return Optional.of(
                export.part(Part.of(connections, new InstagramConnections())).whole());
    }

    private Export export(Place place, Asked asked) {
        return Export.of(this, place, PLATFORM)
                .what("Instagram export of one account")
                .ownedBy(owner(place, asked));
    }

    private static Owner owner(Place place, Asked asked) {
        if (asked.account().isEmpty()) {
            for (String path : PROFILES) {
                String name = place.entry(path)
                        .map(Entry::json)
                        .map(Instagram::userName)
                        .orElse(null);
                if (name != null) {
                    return asked.owner(PLATFORM, name.strip(), CellKind.NAME, path);
                }
            }
        }
        return asked.ownerOrName(PLATFORM, place, CellKind.NAME);
    }

    /** The labels are in the owner's language; only the English one is known. */
    private static String userName(JsonNode profile) {
        JsonNode user = profile.path("profile_user").path(0).path("string_map_data");
        return Json.firstText(Json.text(user, "Username", "value"), Json.text(profile, "username"));
    }

    private static Matcher match(Entry entry) {
        Matcher match = LIST.matcher(entry.path());
        match.matches();
        return match;
    }

    private static String list(Entry entry) {
        return match(entry).group(1);
    }

    private static int part(Entry entry) {
        String part = match(entry).group(2);
        return part == null ? 0 : Integer.parseInt(part);
    }
}
