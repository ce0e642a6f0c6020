package org.followerassay.ingest.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.followerassay.flow.AssayException;

/** One file of an export, while it is found out what the export is. */
public final class Entry {
    /** How much of a file is looked at while it is found out what it is. */
    public static final int HEAD = 1 << 18;

    private static final int MOST_LINES = 200;
    private static final int LARGEST_SMALL_FILE = 32 << 20;

    private final String path;
    private final Configuration hadoop;
    private final Stretch packed;
    private Stretch stretch;
    private byte[] head;
    private List<Entry> files = List.of();

    /** @param path from the export's folder on, parted by / */
    Entry(String path, Stretch stretch, Configuration hadoop) {
        this.path = path;
        this.packed = stretch;
        this.hadoop = hadoop;
    }

    Entry below(String folder) {
        return new Entry(path.substring(folder.length()), packed, hadoop);
    }

    /** One that stands for all files of a folder, which another program reads as a whole. */
    static Entry standingFor(List<Entry> all, String folder, String shown, long bytes) {
        Entry any = all.get(0);
        Stretch whole = new Stretch(folder, "", shown, Compression.NONE, bytes, any.packed.limits());
        Entry entry = new Entry(any.path, whole, any.hadoop);
        entry.stretch = whole;
        entry.files = List.copyOf(all);
        return entry;
    }

    /** The way from the export's folder to the file, parted by /. */
    public String path() {
        return path;
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** As messages and tables name the file. */
    public String shown() {
        return packed.shown();
    }

    public long bytes() {
        return packed.bytes();
    }

    /** Where to read it, in a task. */
    public Stretch stretch() {
        if (stretch == null) {
            Compression compression = Compression.of(firstBytes(packed));
            stretch = new Stretch(
                    packed.path(), packed.entry(), packed.shown(), compression, packed.bytes(), packed.limits());
        }
        return stretch;
    }

    /** The first 256 KiB, unpacked. */
    public byte[] head() {
        if (head == null) {
            head = stretch().compression() == Compression.NONE ? firstBytes(packed) : firstBytes(stretch());
        }
        return head;
    }

    private byte[] firstBytes(Stretch from) {
        try (InputStream in = from.open(hadoop)) {
            return in.readNBytes(HEAD);
        } catch (IOException unreadable) {
            throw damaged(unreadable);
        }
    }

    /** The first bytes as text, whatever they are, for a look at how the file begins. */
    public String start() {
        byte[] bytes = head();
        return new String(bytes, 0, Math.min(bytes.length, 4_000), StandardCharsets.UTF_8);
    }

    public boolean startsWith(String text) {
        String start = start();
        return (start.startsWith("\uFEFF") ? start.substring(1) : start)
                .stripLeading()
                .startsWith(text);
    }

    /**
     * The first lines of a text, at most 200, the last one only if it is whole.
     *
     * @throws AssayException if the file is no text
     */
    public List<String> lines() {
        byte[] bytes = head();
        TextChecks.refuseWhatIsNoText(shown(), bytes);
        List<String> lines = new ArrayList<>();
        try (Lines read = new Lines(new ByteArrayInputStream(bytes))) {
            while (read.next() && lines.size() < MOST_LINES) {
                String line = read.text();
                if (read.ended() || bytes.length < HEAD || lines.isEmpty()) {
                    lines.add(line == null ? "" : line);
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return lines;
    }

    /** The unpacked bytes, for the small files that say something of the export itself. */
    public InputStream open() throws IOException {
        return stretch().open(hadoop);
    }

    /** The last byte as it lies there, or -1 if the file is empty. */
    public int lastByte() {
        if (packed.bytes() == 0) {
            return -1;
        }
        try (InputStream in = packed.entry().isEmpty()
                ? packed.openAt(packed.bytes() - 1, hadoop)
                : new ByteArrayInputStream(new byte[] {'\n'})) {
            return in.read();
        } catch (IOException unreadable) {
            throw damaged(unreadable);
        }
    }

    /** Feeds the bytes as they lie there to a digest. */
    public void digest(MessageDigest digest) {
        if (!files.isEmpty()) {
            files.forEach(file -> file.digest(digest));
            return;
        }
        try (InputStream in = new DigestInputStream(packed.open(hadoop), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw damaged(unreadable);
        }
    }

    /** A whole small file as text. */
    public String text() {
        try (InputStream in = open()) {
            byte[] bytes = in.readNBytes(LARGEST_SMALL_FILE + 1);
            if (bytes.length > LARGEST_SMALL_FILE) {
                throw AssayException.badInput(
                        shown() + " is larger than 32 MiB, which no file of its kind is: export it again");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException unreadable) {
            throw damaged(unreadable);
        }
    }

    /** A whole small file as JSON; of a script such as {@code window.x = {…}}, what follows the equals sign. */
    public JsonNode json() {
        String text = text();
        try {
            return Json.of(text.startsWith("window.") ? text.substring(text.indexOf('=') + 1) : text);
        } catch (JsonProcessingException damaged) {
            String where = damaged.getLocation() == null
                    ? ""
                    : " (line " + damaged.getLocation().getLineNr() + " is not JSON as expected)";
            throw AssayException.badInput(
                    shown() + " is damaged or cut short" + where + ": unpack or download the export again", damaged);
        }
    }

    private AssayException damaged(IOException why) {
        return AssayException.badInput(
                shown() + " is damaged or cut short (" + Words.why(why) + "): copy or export it again", why);
    }
}
