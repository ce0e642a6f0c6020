package org.followerassay.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Every text of a report, from one file. "{0}" stands for the first value. */
final class Messages {
    private static final Properties TEXTS = load();

    static String of(String key, Object... values) {
        String text = TEXTS.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("messages.properties has no text '" + key + "'");
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
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
