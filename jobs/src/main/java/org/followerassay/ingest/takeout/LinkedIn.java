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
 * The export that LinkedIn hands to a member: {@code Connections.csv}, and the files of whom the member follows.
 *
 * <p>A connection is two ties, dated to the day. Newer files begin with a preamble, so the header is the line whose first
 * cell is {@code First Name}. Connections that ended are not told; who follows the member without being connected is not
 * in the export at all.
 */
public final class LinkedIn implements ExportFormat {
    private static final String PLATFORM = "linkedin";
    private static final Pattern CONNECTIONS = Pattern.compile("[Cc]onnections[^/]*\\.csv");
    private static final Pattern MEMBERS = Pattern.compile("Member[ _]Follows[^/]*\\.csv");
    private static final Pattern COMPANIES = Pattern.compile("Company[ _]Follows\\.csv");

    @Override
    public String name() {
        return "linkedin";
    }

    @Override
    public String about() {
        return "the export that LinkedIn hands to a member, as a folder or .zip, or its Connections.csv alone,"
                + " with Company Follows.csv and Member_Follows.csv beside it";
    }

    @Override
    public String tiers() {
        return "E O T";
    }

    @Override
    public String direction() {
        return "a connection runs both ways; companies and members followed are followees";
    }

    @Override
    public String limits() {
        return "days only; no connections that ended, no followers who are not connections; people by the address of"
                + " their profile, which they may change";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> connections = with(place, CONNECTIONS, "First Name");
        List<Entry> members = with(place, MEMBERS, "Date");
        List<Entry> companies = with(place, COMPANIES, "Organization");
        boolean nothing = connections.isEmpty() && members.isEmpty() && companies.isEmpty();
        if (nothing || connections.size() > 1) {
            return Optional.empty();
        }
        Owner owner = owner(place, asked);
        Export export = Export.of(this, place, PLATFORM)
                .what("LinkedIn export of one member")
                .ownedBy(owner);
        for (Entry file : connections) {
            KnownBy known = KnownBy.as("connection of", owner);
            export.holds(Owner.FOLLOWERS)
                    .holds(Owner.FOLLOWEES)
                    .part(Part.newestFirst(
                            file, new LinkedInConnections(headings(file, "First Name"), known), Owner.FOLLOWERS));
        }
        for (Entry file : members) {
            KnownBy known = KnownBy.as("followed by", owner);
            export.part(Part.of(file, LinkedInFollows.members(headings(file, "Date"), known)));
        }
        for (Entry file : companies) {
            export.part(Part.of(file, LinkedInFollows.companies(headings(file, "Organization"))));
        }
        if (connections.isEmpty()) {
            export.partial("Connections.csv is missing, with most of those whom the owner follows");
        }
        return Optional.of(export.whole());
    }

    /** Several files of connections are several exports, each to be read by itself. */
    private static List<Entry> with(Place place, Pattern path, String firstCell) {
        return place.matching(path).stream()
                .filter(file -> Headings.of(file, firstCell).isPresent())
                .toList();
    }

    private static Headings headings(Entry file, String firstCell) {
        return Headings.of(file, firstCell).orElseThrow();
    }

    /** By name, for the export does not say the address of the owner's own profile. */
    private static Owner owner(Place place, Asked asked) {
        Optional<Entry> profile = place.entry("Profile.csv");
        if (asked.account().isEmpty() && profile.isPresent()) {
            Entry file = profile.get();
            Optional<Headings> headings = Headings.of(file, "First Name");
            List<String> lines = file.lines();
            if (headings.isPresent() && lines.size() > headings.get().line()) {
                // Only the first cells matter; a later one may go on over several lines, which leaves its quote open.
                String row = lines.get(headings.get().line());
                List<String> cells = new CellSplitter(',').cells(row);
                List<String> first = cells == null ? List.of(row.split(",", 3)) : cells;
                String name = headings.get().cell(first, "First Name") + " "
                        + headings.get().cell(first, "Last Name");
                if (!name.isBlank()) {
                    return asked.owner(PLATFORM, name.strip(), CellKind.NAME, "Profile.csv");
                }
            }
        }
        return asked.ownerOrName(PLATFORM, place, CellKind.NAME);
    }
}
