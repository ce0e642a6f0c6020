package org.followerassay.ingest.takeout;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * The export that TikTok hands to an account's owner: followers and followees by user name, with the second of the follow
 * in UTC, in one JSON document or, if the owner chose text, in a file each.
 *
 * <p>The sections of the document were renamed: {@code Activity/Follower List} became {@code Profile And
 * Settings/Follower}, some with "Your" in between. A list that is null is empty; one that is missing was not exported.
 * Newest first is recalled, and the times say the same.
 */
public final class TikTok implements ExportFormat {
    private static final String PLATFORM = "tiktok";
    private static final int DEPTH = 4;
    private static final Pattern DOCUMENT = Pattern.compile("(?:TikTok/)?user_data(?:_tiktok)?\\.json");
    private static final Pattern TEXT = Pattern.compile(
            "(?:(?:TikTok/)?(?:(?:Your )?Activity|Profile [Aa]nd [Ss]ettings)/)?(Follower|Following)(?: List)?\\.txt");

    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        for (String section : List.of("Profile And Settings", "Your Activity", "Activity")) {
            for (String list : List.of("", " List")) {
                LISTS.put(section + "/Follower" + list + "/FansList", Owner.FOLLOWERS);
                LISTS.put(section + "/Following" + list + "/Following", Owner.FOLLOWEES);
            }
        }
    }

    private static final List<String> NAMES = List.of(
            "Profile And Settings/Profile Info/ProfileMap/userName",
            "Profile/Profile Info/ProfileMap/userName",
            "Profile/Profile Information/ProfileMap/userName");

    @Override
    public String name() {
        return "tiktok";
    }

    @Override
    public String about() {
        return "the export that TikTok hands to an account's owner, as a folder or .zip: user_data_tiktok.json or"
                + " user_data.json, or Follower.txt and Following.txt";
    }

    @Override
    public String tiers() {
        return "E O T";
    }

    @Override
    public String direction() {
        return "the list of fans follows the owner, the list named Following is followed by the owner; newest first";
    }

    @Override
    public String limits() {
        return "accounts by user name, so a change of name looks like an unfollow and a follow; no unfollows";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) throws IOException {
        for (Entry document : place.matching(DOCUMENT)) {
            Sections sections = Sections.of(document, DEPTH);
            Map<String, String> lists = new LinkedHashMap<>(LISTS);
            lists.keySet().removeIf(path -> !sections.has(path));
            if (!lists.isEmpty()) {
                Export export = export(place, owner(sections, document, place, asked));
                lists.values().forEach(export::holds);
                return Optional.of(export.part(Part.of(document, new TikTokDocument(lists)))
                        .whole());
            }
        }
        List<Entry> texts = place.matching(TEXT);
        if (texts.stream().noneMatch(TikTokText::looksLikeIt)) {
            return Optional.empty();
        }
        Export export = export(place, asked.ownerOrName(PLATFORM, place, CellKind.NAME));
        for (Entry text : texts) {
            String direction = direction(text);
            export.holds(direction).part(Part.newestFirst(text, new TikTokText(direction), direction));
        }
        return Optional.of(export.whole());
    }

    private Export export(Place place, Owner owner) {
        return Export.of(this, place, PLATFORM)
                .what("TikTok export of one account")
                .ownedBy(owner);
    }

    private static Owner owner(Sections sections, Entry document, Place place, Asked asked) {
        String name = Json.firstText(NAMES.stream().map(sections::text).toArray(String[]::new));
        return asked.account().isEmpty() && name != null
                ? asked.owner(PLATFORM, name.strip(), CellKind.NAME, document.name())
                : asked.ownerOrName(PLATFORM, place, CellKind.NAME);
    }

    private static String direction(Entry text) {
        Matcher match = TEXT.matcher(text.path());
        match.matches();
        return match.group(1).equals("Follower") ? Owner.FOLLOWERS : Owner.FOLLOWEES;
    }
}
