package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.RowReader;

/**
 * The export that Facebook hands to an account's owner: friends, removed friends, followers and followees, by the names
 * that people go by.
 *
 * <p>A friendship is two ties. Names are no identities: two friends may share theirs, and a person of that name in
 * another owner's export is taken for another one ({@link KnownBy}, {@link Namesakes}). A friend who changes names looks
 * like one who left and one who came. Friends stand newest first; followers are a second list, so where both are there
 * the places in them are not those of one list, and the times say the order.
 *
 * <p>The folders were renamed in 2020 and in 2023, the keys got a version: {@code friends}, {@code friends_v2}. Followers
 * had no times before 2023. All text is garbled in one and the same way ({@link MetaText}).
 */
public final class Facebook implements ExportFormat {
    private static final String PLATFORM = "facebook";
    private static final String FOLDER =
            "(?:(?:connections/)?(?:friends|followers|friends_and_followers|following_and_followers)/)?";
    private static final Pattern LIST = Pattern.compile(FOLDER
            + "(?:((?:your_)?friends)|(removed_friends)|(followers|people_who_followed_you)"
            + "|(following|who_you.{0,3}ve_followed|who_you_follow)"
            + "|((?:sent|received|rejected)_friend_requests|friend_requests_(?:sent|received)))"
            + "(?:_([0-9]{1,6}))?\\.json");
    private static final Pattern KEY = Pattern.compile(
            "(?:|(?:friends|deleted_friends|followers|following|(?:sent|received|rejected)_requests)(?:_v[0-9]+)?)");
    private static final Pattern WEB_PAGE = Pattern.compile(
            "(?:connections/)?(?:friends|friends_and_followers)/(?:your_)?friends\\.html|(?:your_)?friends\\.html");
    private static final Pattern LINK = Pattern.compile("https?://[^/]+/(?:profile\\.php\\?id=)?([^/?#&]+)/?");

    private static final int FRIENDS = 1;
    private static final int REMOVED = 2;
    private static final int FOLLOWERS = 3;
    private static final int FOLLOWEES = 4;
    private static final int REQUESTS = 5;

    private static final List<String> PROFILES = List.of(
            "personal_information/profile_information/profile_information.json",
            "profile_information/profile_information.json");

    @Override
    public String name() {
        return "facebook";
    }

    @Override
    public String about() {
        return "the JSON export that Facebook hands to an account's owner, as a folder or .zip: your_friends.json,"
                + " people_who_followed_you.json, who_you've_followed.json and their names of earlier years";
    }

    @Override
    public String tiers() {
        return "E O T";
    }

    @Override
    public String direction() {
        return "a friend follows the owner and is followed; followers and followees by the names of their files";
    }

    @Override
    public String limits() {
        return "no ids: people by the names they go by, told apart by time, and within the exports of one owner only";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> lists =
                place.matching(LIST).stream().filter(Facebook::isOurs).toList();
        if (lists.isEmpty()) {
            for (Entry page : place.matching(WEB_PAGE)) {
                throw AssayException.badInput(page.shown()
                        + " is the web page form of a Facebook export: request the export again and choose JSON");
            }
            return Optional.empty();
        }
        Owner owner = owner(place, asked);
        Export export = Export.of(this, place, PLATFORM)
                .what("Facebook export of one account")
                .ownedBy(owner);
        if (owner.from().startsWith("named after")) {
            export.note("people are known by the owner and their names: say with --account whose exports go together");
        }
        addLists(export, lists, owner);
        return Optional.of(export.whole());
    }

    /** Keys without a version are words that others use, too, so the rows must look like Facebook's, or their place. */
    private static boolean isOurs(Entry list) {
        String key = MetaText.key(list);
        if (key == null || !KEY.matcher(key).matches()) {
            return false;
        }
        boolean own = list.path().contains("/") || list.name().startsWith("people_who_");
        boolean rows = MetaText.lists(key.isEmpty() ? "string_list_data" : "timestamp", list);
        return key.contains("_v") || (rows && (own || !MetaText.isEmpty(list)));
    }

    private static void addLists(Export export, List<Entry> lists, Owner owner) {
        KnownBy friend = KnownBy.as("friend of", owner);
        Namesakes namesakes = Namesakes.among(of(FRIENDS, lists));
        boolean befriended = !of(FRIENDS, lists).isEmpty();
        for (Entry list : of(FRIENDS, lists)) {
            export.holds(Owner.FOLLOWERS).holds(Owner.FOLLOWEES);
            RowReader reader = FacebookList.friends(array(list), namesakes, friend);
            export.part(
                    of(FOLLOWERS, lists).isEmpty()
                            ? Part.newestFirst(list, reader, Owner.FOLLOWERS)
                            : Part.of(list, reader));
        }
        for (Entry list : of(FOLLOWERS, lists)) {
            RowReader reader = FacebookList.follows(array(list), Owner.FOLLOWERS, KnownBy.as("follower of", owner));
            export.holds(Owner.FOLLOWERS)
                    .part(befriended ? Part.of(list, reader) : Part.newestFirst(list, reader, Owner.FOLLOWERS));
        }
        for (Entry list : of(FOLLOWEES, lists)) {
            export.holds(Owner.FOLLOWEES)
                    .part(Part.of(
                            list,
                            FacebookList.follows(array(list), Owner.FOLLOWEES, KnownBy.as("followed by", owner))));
        }
        for (Entry list : of(REMOVED, lists)) {
            export.part(Part.of(list, FacebookList.removals(array(list), friend)));
        }
        for (Entry list : of(REQUESTS, lists)) {
            export.part(Part.of(list, new NoTies(array(list))));
        }
        PartNumbers.gap(
                        "followers",
                        of(FOLLOWERS, lists).stream().map(Facebook::part).toList())
                .ifPresent(export::partial);
        if (!befriended) {
            export.partial("the export holds no list of friends, who are followers and followees, too");
        }
    }

    private static List<String> array(Entry list) {
        return List.of(MetaText.key(list));
    }

    /** The files of one kind, in the order of their parts. */
    private static List<Entry> of(int kind, List<Entry> lists) {
        return lists.stream()
                .filter(list -> match(list).group(kind) != null)
                .sorted(Comparator.comparing(Facebook::part))
                .toList();
    }

    private static Matcher match(Entry entry) {
        Matcher match = LIST.matcher(entry.path());
        match.matches();
        return match;
    }

    private static int part(Entry entry) {
        String part = match(entry).group(REQUESTS + 1);
        return part == null ? 0 : Integer.parseInt(part);
    }

    /** By the address of the profile; the owner's name would be that of others, too. */
    private static Owner owner(Place place, Asked asked) {
        if (asked.account().isEmpty()) {
            for (String path : PROFILES) {
                String name = place.entry(path)
                        .map(Entry::json)
                        .map(Facebook::profileName)
                        .orElse(null);
                if (name != null) {
                    return asked.owner(PLATFORM, name, path);
                }
            }
        }
        return asked.ownerOrName(PLATFORM, place);
    }

    private static String profileName(JsonNode document) {
        JsonNode profile = document.has("profile_v2") ? document.path("profile_v2") : document.path("profile");
        String link = Json.text(profile, "profile_uri");
        Matcher match = LINK.matcher(link == null ? "" : link.strip());
        return match.matches() ? match.group(1) : Json.firstText(Json.text(profile, "username"));
    }
}
