package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.followerassay.ingest.format.Times;

/**
 * The archive that X (Twitter) hands to an account's owner: its followers and followees by id, newest first, in parts.
 *
 * <p>It holds no times, but ids given since 2016 carry the time at which their account was created. Archives of 2018 and
 * 2019 have their files at the root.
 */
public final class XArchive implements ExportFormat {
    private static final String PLATFORM = "x";
    private static final Pattern LIST = Pattern.compile("(?:data/)?(follower|following)(?:-part([0-9]{1,6}))?\\.js");

    @Override
    public String name() {
        return "x-archive";
    }

    @Override
    public String about() {
        return "the archive that X (Twitter) hands to an account's owner, as a folder or .zip: data/follower.js,"
                + " data/following.js and their parts";
    }

    @Override
    public String tiers() {
        return "E O";
    }

    @Override
    public String direction() {
        return "follower.js lists who follows the owner, following.js whom the owner follows; newest first";
    }

    @Override
    public String limits() {
        return "ids only, no times; of accounts made before 2016 not even the age";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> found = place.matching(LIST);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String folder = found.get(0).path().startsWith("data/") ? "data/" : "";
        List<Entry> lists =
                found.stream().filter(entry -> entry.path().startsWith(folder)).toList();
        JsonNode manifest = place.entry(folder + "manifest.js").map(Entry::json).orElse(Json.NOTHING);
        JsonNode account = place.entry(folder + "account.js").map(Entry::json).orElse(Json.NOTHING);
        Export export = Export.of(this, place, PLATFORM)
                .what("X archive of one account")
                .ownedBy(owner(place, account.path(0).path("account"), manifest.path("userInfo"), asked));
        for (String direction : List.of(Owner.FOLLOWERS, Owner.FOLLOWEES)) {
            addList(export, lists, direction, manifest);
        }
        JsonNode archive = manifest.path("archiveInfo");
        time(Json.text(archive, "generationDate"))
                .ifPresent(micros -> export.takenAt(Times.instant(micros), "when the archive was made"));
        if (archive.path("isPartialArchive").asBoolean(false)) {
            export.partial("the archive says that it is partial");
        }
        return Optional.of(export.whole());
    }

    private static Owner owner(Place place, JsonNode account, JsonNode user, Asked asked) {
        Optional<Owner> given = asked.givenOwner(PLATFORM);
        String id = Json.firstText(Json.text(account, "accountId"), Json.text(user, "accountId"));
        if (given.isEmpty() && id == null) {
            throw AssayException.badInput(place.name()
                    + " does not say whose archive it is (account.js is missing): add --account with the id");
        }
        Owner owner = given.orElseGet(() -> asked.owner(PLATFORM, id.strip(), "account.js"));
        OptionalLong created = time(Json.text(account, "createdAt"));
        return owner.withHandle(Json.firstText(Json.text(account, "username"), Json.text(user, "userName")))
                .withCreatedAt(created.isPresent() ? created.getAsLong() : null);
    }

    private static OptionalLong time(String text) {
        return text == null ? OptionalLong.empty() : Times.parse(text);
    }

    private static void addList(Export export, List<Entry> lists, String direction, JsonNode manifest) {
        String type = direction.equals(Owner.FOLLOWERS) ? "follower" : "following";
        lists.stream()
                .filter(entry -> type.equals(match(entry).group(1)))
                .sorted((one, other) -> Integer.compare(part(one), part(other)))
                .forEach(entry ->
                        export.holds(direction).part(Part.newestFirst(entry, new XArchiveList(direction), direction)));
        for (JsonNode file : manifest.path("dataTypes").path(type).path("files")) {
            export.states(direction, file.path("count").asLong(0));
        }
    }

    private static Matcher match(Entry entry) {
        Matcher match = LIST.matcher(entry.path());
        match.matches();
        return match;
    }

    private static int part(Entry entry) {
        String part = match(entry).group(2);
        return part == null ? 0 : Integer.parseInt(part);
    }
}
