package org.followerassay.bench.detection;

/** A Markdown table while it grows. */
final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    MarkdownTable(String... head) {
        add(head);
        text.append("|---".repeat(head.length)).append("|\n");
    }

    void add(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    String text() {
        return text.toString();
    }
}
