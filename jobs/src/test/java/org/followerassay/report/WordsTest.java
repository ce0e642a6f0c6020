package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The report measures; it does not judge. Its texts are there, and neutral. */
class WordsTest {
    static final Path TEXTS = Path.of("src/main/resources/org/followerassay/report/messages.properties");

    private static final Pattern BANNED = Pattern.compile(
            "(?i)\\b(fakes?|faked|fraud\\w*|guilt\\w*|caught|bots?|cheat\\w*|scam\\w*|suspicious|suspects?|dishonest|crim\\w*"
                    + "|inauthentic|shady|culprits?|offend\\w*|genuine|real followers)\\b");

    @Test
    void noTextJudges() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> all = new ArrayList<>(shown());
        all.addAll(List.of(Path.of("../docs/reports.md"), Path.of("../docs", JsonTwin.SCHEMA)));
        for (Path file : all) {
            Matcher matcher = BANNED.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(file.getFileName() + ": " + matcher.group());
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void theCaveatIsFixed() {
        String caveat = Messages.of("caveat");
        assertTrue(caveat.contains("A low-quality audience is not proof of buying."));
        assertTrue(caveat.contains("An inactive account is not evidence of anything by itself."));
        assertTrue(caveat.contains("A third party can buy followers for somebody"));
    }

    @Test
    void everyTextThatATemplateAsksForIsThere() throws IOException {
        Pattern asked = Pattern.compile("Messages\\.of\\(\"([a-z_.]+)\"[,)]");
        for (Path file : shown()) {
            Matcher matcher = asked.matcher(Files.readString(file));
            while (matcher.find()) {
                assertDoesNotThrow(() -> Messages.of(matcher.group(1)));
            }
        }
        for (String term : Page.GLOSSARY) {
            Messages.of("glossary." + term + ".meaning");
        }
        for (String method : Page.METHODS) {
            List.of(".formula", ".note", ".source").forEach(part -> Messages.of("method." + method + part));
        }
        Page.LIMITS.forEach(limit -> Messages.of("limit." + limit));
    }

    @Test
    void aTextNamesEachKeyOnce() throws IOException {
        List<String> keys = Files.readAllLines(TEXTS).stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(0, line.indexOf(" = ")))
                .toList();
        assertEquals(keys.stream().distinct().toList(), keys);
    }

    private static List<Path> shown() throws IOException {
        try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
            return Stream.concat(
                            templates,
                            Stream.of(TEXTS, TEXTS.resolveSibling("page.js"), TEXTS.resolveSibling("page.css")))
                    .toList();
        }
    }
}
