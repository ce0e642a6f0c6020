package org.followerassay.reliability;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What became of the small changes that PIT made, as its report tells.
 *
 * @param classes with at least one change
 * @param byTime changes that no test failed at, but that made one run without end
 * @param survivors those that no test noticed, each with its place
 */
record Mutations(long tried, int classes, long byTime, List<String> survivors) {
    private static final String END = "</mutation>";

    static Mutations of(Path report) throws IOException {
        NodeList all = read(report);
        Set<String> classes = new HashSet<>();
        List<String> survivors = new ArrayList<>();
        long byTime = 0;
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            String name = text(one, "mutatedClass").replace("org.followerassay.", "");
            classes.add(name.replaceFirst("\\$.*", ""));
            byTime += one.getAttribute("status").equals("TIMED_OUT") ? 1 : 0;
            if (!Boolean.parseBoolean(one.getAttribute("detected"))) {
                survivors.add(name + " line " + text(one, "lineNumber") + ", " + text(one, "description")
                        + (one.getAttribute("status").equals("NO_COVERAGE") ? " (no test reaches it)" : ""));
            }
        }
        return new Mutations(all.getLength(), classes.size(), byTime, survivors);
    }

    String note() {
        return String.format(
                Locale.ROOT,
                "%.1f %% of %,d small changes by PIT in %d classes noticed, %d of them because a test did not end",
                100.0 * (tried - survivors.size()) / tried,
                tried,
                classes,
                byTime);
    }

    /** The report of a PIT that was ended lacks its end. */
    private static NodeList read(Path report) throws IOException {
        String text = Files.readString(report);
        String whole = text.substring(0, text.lastIndexOf(END) + END.length()) + "</mutations>";
        try (InputStream xml = new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8))) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getElementsByTagName("mutation");
        } catch (ParserConfigurationException | SAXException damaged) {
            throw new IOException(report + " can't be read", damaged);
        }
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }
}
