package org.followerassay.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every text of a report, from one file. "{0}" stands for the first value; within a value, it is a value's own text. */
final class Messages {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    private static final Properties TEXTS = load();

    static String of(String key, Object... values) {
        String text = TEXTS.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("messages.properties has no text '" + key + "'");
        }
        return PLACE.matcher(text).replaceAll(place -> {
            int i = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(i < values.length ? String.valueOf(values[i]) : place.group());
        });
    }

    /** The text for a name that another package coined; the name itself, in words, where there is none. */
    static String orName(String prefix, String name) {
        return TEXTS.getProperty(prefix + "." + name.replaceAll("[ -]", "_"), name.replace('_', ' '));
    }

    static boolean has(String key) {
        return TEXTS.containsKey(key);
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Messages.class.getResourceAsStream("messages.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(in);
            return texts;
        } catch (IOException unreadable) {
            throw new IllegalStateException("messages.properties can't be read", unreadable);
        }
    }

    private Messages() {}
}
