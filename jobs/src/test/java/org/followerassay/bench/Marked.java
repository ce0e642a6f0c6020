package org.followerassay.bench;

import java.util.Optional;

/** A text with a place that a program keeps up to date, between {@code <!-- bench:NAME -->} and its end mark. */
record Marked(String text) {

    /** The text with another content in that place; empty if it has no such place. */
    Optional<String> with(String name, String content) {
        String begin = "<!-- bench:" + name + " -->";
        String end = "<!-- /bench:" + name + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end, Math.max(from, 0));
        if (from < 0 || to < 0) {
            return Optional.empty();
        }
        return Optional.of(
                text.substring(0, from + begin.length()) + "\n" + content.strip() + "\n" + text.substring(to));
    }
}
