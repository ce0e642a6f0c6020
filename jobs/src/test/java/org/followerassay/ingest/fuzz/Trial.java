package org.followerassay.ingest.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.AllFormats;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Limits;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedColumns;

/**
 * Reads one export as the program would, twice, and checks what must hold whatever is in it: only a refusal or a damaged
 * file may come out, every record has one verdict, both times say the same, and no file is made.
 */
final class Trial {
    private static final Configuration HADOOP = new Configuration();
    private static final Limits LIMITS = new Limits(10_000, 400, 64 << 20);
    private static final Pattern FIXTURE = Pattern.compile("([a-z0-9-]+/[A-Za-z0-9._-]+?)(?:(\\.zip)|/(.+))");
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9._ -]{1,60}/){0,8}[A-Za-z0-9._ -]{1,60}");
    private static final String FORCED = "-forced";

    private final Path folder;
    private Path laid;
    private Map<String, byte[]> unchanged = Map.of();
    private String changed = "";

    /** @param folder empty, and nobody else's */
    Trial(Path folder) {
        this.folder = folder;
    }

    /** @return what was made of it, in short */
    String of(byte[] input) throws IOException {
        Seed seed = Seed.of(input);
        String path = PATH.matcher(seed.path()).matches()
                        && !List.of(seed.path().split("/")).contains("..")
                        && !List.of(seed.path().split("/")).contains(".")
                ? seed.path()
                : "input." + Math.floorMod(Arrays.hashCode(input), 10);
        Path export = lay(path, seed.content());
        List<Path> before = files();
        boolean forced = path.contains(FORCED + "/");
        String first = read(export, forced, path);
        check(first.equals(read(export, forced, path)), "the same input was read in two ways");
        check(before.equals(files()), "files were made or went");
        return first;
    }

    /** Puts a changed file among the others of its fixture; by itself if it is of none. */
    private Path lay(String path, byte[] content) throws IOException {
        Matcher fixture = FIXTURE.matcher(path);
        Path original = fixture.matches() && fixture.group(3) != null
                ? Seed.fixtures().resolve(fixture.group(1))
                : Seed.fixtures().resolve("none");
        if (!original.equals(laid) || !Files.isDirectory(original)) {
            empty();
            laid = null;
        }
        if (!Files.isDirectory(original)) {
            return write(folder.resolve(path.substring(path.lastIndexOf('/') + 1)), content);
        }
        Path export = folder.resolve(original.getFileName().toString());
        if (laid == null) {
            unchanged = Seed.files(original);
            for (Map.Entry<String, byte[]> file : unchanged.entrySet()) {
                write(export.resolve(file.getKey()), file.getValue());
            }
            laid = original;
        } else if (unchanged.containsKey(changed)) {
            write(export.resolve(changed), unchanged.get(changed));
        }
        changed = fixture.group(3);
        if (unchanged.containsKey(changed)) {
            write(export.resolve(changed), content);
        }
        return export;
    }

    private static Path write(Path path, byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.write(path, content);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

    private void empty() throws IOException {
        List<Path> paths = files();
        for (int i = paths.size() - 1; i > 0; i--) {
            Files.delete(paths.get(i));
        }
    }

    private String read(Path path, boolean forced, String seed) {
        StringBuilder said = new StringBuilder();
        try {
            Place place = Place.at(
                    new org.apache.hadoop.fs.Path(path.toUri()),
                    path.getFileName().toString(),
                    LIMITS,
                    HADOOP);
            look(place.isFile() && seed.endsWith(".zip") ? place.unzipped(LIMITS, HADOOP) : place, forced, seed, said);
        } catch (AssayException | IOException refused) {
            said.append(sentence(refused));
        }
        return said.toString();
    }

    private static void look(Place place, boolean forced, String seed, StringBuilder said) throws IOException {
        for (ExportFormat format : AllFormats.list()) {
            if (!forced || seed.startsWith(format.name() + "/")) {
                Optional<Export> export = format.recognise(place, asked(forced));
                if (export.isPresent()) {
                    said.append(format.name()).append('\n');
                    readAll(export.get(), said);
                    return;
                }
            }
        }
        if (place.isFile()) {
            return;
        }
        for (String name : place.folders()) {
            look(place.in(name), forced, seed, said);
        }
        for (Place file : place.files()) {
            try {
                look(file, forced, seed, said);
            } catch (AssayException refused) {
                said.append(sentence(refused));
            }
        }
    }

    private static Asked asked(boolean forced) {
        return new Asked(forced, Optional.empty(), Optional.empty(), false, Optional.empty(), Map.of(), Ids.open());
    }

    private static void readAll(Export export, StringBuilder said) {
        Set<String> filled = new TreeSet<>();
        export.parts().forEach(part -> filled.addAll(part.reader().columns()));
        StagedColumns columns = StagedColumns.with(filled);
        for (int unit = 0; unit < export.parts().size(); unit++) {
            Part part = export.parts().get(unit);
            RowSink sink = new RowSink(
                    columns, Ids.open(), export.platform(), export.owner().orElse(null), unit);
            try {
                read(part, sink, said);
            } catch (IOException | AssayException damaged) {
                said.append(sentence(damaged));
            }
        }
    }

    private static void read(Part part, RowSink sink, StringBuilder said) throws IOException {
        long records = 0;
        long verdicts = 0;
        int hash = 0;
        try (InputStream in = part.entry().open();
                RowReader.Records reading = part.reader().open(in, sink)) {
            boolean more = true;
            while (more) {
                more = reading.next();
                records += more ? 1 : 0;
                for (Object[] row = sink.poll(); row != null; row = sink.poll()) {
                    verdicts += row[3].equals(false) ? 1 : 0;
                    hash = 31 * hash + Arrays.hashCode(row);
                }
                check(records == verdicts, records + " records, but " + verdicts + " verdicts");
            }
        }
        check(sink.end(null)[1].equals(records), "the number of records is wrong");
        said.append(records).append(' ').append(hash).append('\n');
    }

    private static String sentence(Exception refused) {
        String message = refused.getMessage();
        check(message != null && message.length() > 5, "a refusal says nothing: " + refused);
        check(message.length() < 2_000, "a refusal is as long as a file: " + message.length());
        return message + "\n";
    }

    private static void check(boolean holds, String broken) {
        if (!holds) {
            throw new AssertionError(broken);
        }
    }
}
