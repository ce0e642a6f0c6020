package org.followerassay.reliability;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The newest figure of each kind of fault in Markdown, those that missed something first. */
record FigureTable(List<Figure> figures) {
    String text() {
        Map<String, Figure> newest = new TreeMap<>();
        // A long form says more than a quick one, however old it is.
        figures.stream().filter(figure -> figure.form().equals("quick")).forEach(one -> newest.put(one.fault(), one));
        figures.stream().filter(figure -> !figure.form().equals("quick")).forEach(one -> newest.put(one.fault(), one));
        StringBuilder text =
                new StringBuilder("| fault | what goes wrong | survived / tried | how | seconds | measured |\n"
                        + "|---|---|--:|---|--:|---|\n");
        newest.values().stream()
                .sorted(Comparator.comparing(Figure::holds).thenComparing(FigureTable::number))
                .forEach(figure -> text.append(String.format(
                        Locale.ROOT,
                        "| %s%s | %s | %,d / %,d | %s%s | %,.0f | %s, %s form, commit %s |%n",
                        figure.fault(),
                        figure.holds() ? "" : " **missed**",
                        Reliability.Kind.valueOf(figure.fault()).what(),
                        figure.survived(),
                        figure.tried(),
                        figure.note().replace("|", "\\|"),
                        figure.missed().isEmpty()
                                ? ""
                                : "; first missed: "
                                        + figure.missed()
                                                .get(0)
                                                .lines()
                                                .findFirst()
                                                .orElse("")
                                                .replace("|", "\\|"),
                        figure.seconds(),
                        figure.measuredAt().substring(0, 10),
                        figure.form(),
                        figure.commit())));
        return text.toString();
    }

    private static int number(Figure figure) {
        return Integer.parseInt(figure.fault().substring(1));
    }
}
