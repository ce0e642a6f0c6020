package org.followerassay.bench;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Every planted block that was searched for, one line of JSON each; lines are only ever added. */
record BlockFile(Path path) {

    /** For each size and density, the lines of the newest session that held it, in the order in which they were measured. */
    List<InjectedBlock> newest() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<InjectedBlock> all = Files.readAllLines(path).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, InjectedBlock.class))
                .toList();
        Map<List<Object>, String> newest = new HashMap<>();
        all.forEach(one -> newest.merge(cell(one), one.session(), BinaryOperator.maxBy(naturalOrder())));
        return all.stream()
                .filter(one -> one.session().equals(newest.get(cell(one))))
                .toList();
    }

    private static List<Object> cell(InjectedBlock one) {
        return List.of(one.ties(), one.density());
    }
}
