package org.followerassay.report;

/**
 * Names that strangers chose, made safe to show.
 *
 * <p>Escaping is the writer's business; this takes out what survives escaping: characters that are invisible, that turn
 * the direction of the text around them, or that move a terminal's cursor.
 */
final class Handles {
    private static final int LONGEST = 60;
    private static final int LONGEST_PATH = 300;

    static String shown(String handle) {
        return shown(handle, LONGEST);
    }

    /** A file's name, which a stranger may have chosen too. */
    static String shownPath(String path) {
        return shown(path, LONGEST_PATH);
    }

    private static String shown(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .map(point -> isHarmless(point) ? point : Character.isWhitespace(point) ? ' ' : '\uFFFD')
                .limit(longest + 1L)
                .forEach(shown::appendCodePoint);
        String name = shown.toString().strip();
        int points = name.codePointCount(0, name.length());
        return points <= longest ? name : name.substring(0, name.offsetByCodePoints(0, longest)) + "…";
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private Handles() {}
}
