package org.followerassay.ingest.series;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * Stars that StarScout's first detector lists: {@code github} is the repository, {@code name} the account that starred it.
 *
 * <p>The trap is in the names of the columns: the first is not the account. Most rows match a pattern of purchased stars;
 * none is proof.
 */
public final class StarScout implements ExportFormat {
    private static final Pattern NAME = Pattern.compile(".*\\.csv(?:\\.gz|\\.zst)?", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "starscout";
    }

    @Override
    public String about() {
        return "dated stars as StarScout lists them: a CSV with the columns github,name,starred_at";
    }

    @Override
    public String tiers() {
        return "I";
    }

    @Override
    public String direction() {
        return "the account in 'name' starred the repository in 'github'";
    }

    @Override
    public String limits() {
        return "only stars that a heuristic picked, counted by the day; other columns, such as fake_acct, are not read";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        if (!place.isFile() || !NAME.matcher(place.fileName()).matches()) {
            return Optional.empty();
        }
        Entry file = place.file();
        List<String> lines = FirstRecords.lines(file);
        CsvHeader header = CsvHeader.of(lines.isEmpty() ? "" : lines.get(0));
        if (!header.has("github") || !header.has("name") || !header.has("starred_at")) {
            return Optional.empty();
        }
        return Optional.of(Export.of(this, place, GhArchive.PLATFORM)
                .what("stars listed by StarScout")
                .part(Part.of(file, new StarScoutLines(header)))
                .whole());
    }
}
