package org.followerassay.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;

/**
 * Where an export may lie: a file, a folder, or a zip, which is seen as a folder. Files are listed once, not read.
 *
 * <p>What no export means is left out: names that begin with a dot or an underscore, such as the copies that computers
 * make beside files ({@code __MACOSX}, {@code ._x}), and folders named {@code backup}.
 */
public final class Place {
    private static final Pattern UNMEANT =
            Pattern.compile("(?:^|.*/)(?:[._][^/]*|backup)(?:/.*|$)", Pattern.CASE_INSENSITIVE);

    /** The folders by which a table of Delta or Iceberg is known; what else they hold is none of ours. */
    private static final Pattern MARK =
            Pattern.compile("((?:.*/)?_delta_log)/.*|((?:.*/)?metadata)/[^/]*\\.metadata\\.json");

    private static final int DEEPEST = 100;
    private static final int LONGEST_PATH = 4_000;

    private final String name;
    private final boolean isFile;
    private final List<Entry> entries;
    private final String path;
    private final Set<String> marks;

    private Place(String name, String path, boolean isFile, List<Entry> entries, Set<String> marks) {
        this.name = name;
        this.path = path;
        this.isFile = isFile;
        this.entries = entries;
        this.marks = marks;
    }

    /**
     * Looks at a path.
     *
     * @param shown the path as the user wrote it
     * @throws AssayException if a folder is a trap: links that lead out of it, too many files
     */
    public static Place at(Path path, String shown, Limits limits, Configuration hadoop) throws IOException {
        FileSystem fileSystem = path.getFileSystem(hadoop);
        FileStatus status = fileSystem.getFileStatus(path);
        if (status.isFile()) {
            if ("file".equals(fileSystem.getUri().getScheme())) {
                FolderListing.refuseDevice(
                        shown, FolderListing.local(status.getPath()).toRealPath());
            }
            Entry file = entry(path.getName(), status.getPath(), shown, status.getLen(), limits, hadoop);
            return new Place(shown, status.getPath().toString(), true, List.of(file), Set.of());
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> marks = new LinkedHashSet<>();
        FolderListing.of(
                fileSystem,
                status.getPath(),
                shown,
                limits,
                below -> isUnmeant(below, marks),
                (below, file) -> entries.add(entry(
                        below, file.getPath(), shown + "/" + Words.harmless(below), file.getLen(), limits, hadoop)));
        return folder(shown, status.getPath().toString(), entries, marks);
    }

    /** The zip in a file, as a folder. */
    public Place unzipped(Limits limits, Configuration hadoop) {
        return folder(
                name,
                path,
                ZipListing.of(entries.get(0).stretch(), limits, hadoop).stream()
                        .filter(entry -> !UNMEANT.matcher(entry.path()).matches())
                        .map(entry -> new Entry(entry.path(), entry.stretch(), hadoop))
                        .toList(),
                Set.of());
    }

    static void refuseTooMany(String name, long entries, Limits limits) {
        if (entries > limits.entries()) {
            throw AssayException.badInput(name + " holds more than " + Words.number(limits.entries())
                    + " files: name a smaller part of it, or raise --max-entries");
        }
    }

    /** Nothing is exported that deep; what walks from folder to folder would end in an overflow. */
    static void refuseTooDeep(String name, String below) {
        if (below.length() > LONGEST_PATH || below.chars().filter(c -> c == '/').count() > DEEPEST) {
            throw AssayException.badInput(name + " holds a path longer than " + Words.number(LONGEST_PATH)
                    + " characters or " + DEEPEST + " folders: name the folder inside it that you mean");
        }
    }

    /** Notes, on the way, the folders by which a table of another system is known. */
    private static boolean isUnmeant(String below, Set<String> marks) {
        Matcher mark = MARK.matcher(below);
        if (mark.matches()) {
            marks.add(mark.group(1) == null ? mark.group(2) : mark.group(1));
        }
        return UNMEANT.matcher(below).matches();
    }

    private static Place folder(String name, String path, List<Entry> entries, Set<String> marks) {
        return new Place(
                name,
                path,
                false,
                entries.stream().sorted(Comparator.comparing(Entry::path)).toList(),
                marks);
    }

    private static Entry entry(String below, Path path, String shown, long bytes, Limits limits, Configuration hadoop) {
        return new Entry(below, new Stretch(path.toString(), "", shown, Compression.NONE, bytes, limits), hadoop);
    }

    /** Where it lies, as a Hadoop path; of a zip and what is in it, where the zip lies. */
    public String path() {
        return path;
    }

    /** True if the folder directly holds a folder of that name by which tables of some systems are known. */
    public boolean hasMark(String folder) {
        return marks.contains(folder);
    }

    /** The folder as if it were a single file. */
    public Place asOne() {
        return isFile
                ? this
                : new Place(name, path, true, List.of(Entry.standingFor(entries, path, name, bytes())), marks);
    }

    /** Of all files together, as they lie there. */
    public long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    /** As messages and tables name it. */
    public String name() {
        return name;
    }

    /** The last part of the name. */
    public String fileName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
    }

    /** True for a single file that is no zip. */
    public boolean isFile() {
        return isFile;
    }

    /** Every file, in the order of their paths; the one file of a file. */
    public List<Entry> entries() {
        return entries;
    }

    /** The only file of a file. */
    public Entry file() {
        return entries.get(0);
    }

    /** The file at exactly this path below the folder. */
    public Optional<Entry> entry(String path) {
        return entries.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }

    /** The files whose whole path below the folder matches. */
    public List<Entry> matching(Pattern path) {
        return matching(entry -> path.matcher(entry.path()).matches());
    }

    public List<Entry> matching(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).toList();
    }

    /** The folders directly below. */
    public Set<String> folders() {
        Set<String> folders = new LinkedHashSet<>();
        for (Entry entry : entries) {
            int slash = entry.path().indexOf('/');
            if (slash > 0) {
                folders.add(entry.path().substring(0, slash));
            }
        }
        return folders;
    }

    /** The folder of that name directly below, as a place of its own. */
    public Place in(String folder) {
        String prefix = folder + "/";
        return new Place(
                name + "/" + folder,
                path + "/" + folder,
                false,
                startingWith(prefix).stream().map(entry -> entry.below(prefix)).toList(),
                marks.stream()
                        .filter(mark -> mark.startsWith(prefix))
                        .map(mark -> mark.substring(prefix.length()))
                        .collect(Collectors.toSet()));
    }

    /** They stand side by side, since all are in order: a folder of folders is not passed through for each of them. */
    private List<Entry> startingWith(String prefix) {
        int from = 0;
        int to = entries.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (entries.get(middle).path().compareTo(prefix) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        int end = from;
        while (end < entries.size() && entries.get(end).path().startsWith(prefix)) {
            end++;
        }
        return entries.subList(from, end);
    }

    /** The files directly below, each as a place of its own. */
    public List<Place> files() {
        return entries.stream()
                .filter(entry -> entry.path().indexOf('/') < 0)
                .map(entry -> new Place(entry.shown(), entry.stretch().path(), true, List.of(entry), Set.of()))
                .toList();
    }
}
