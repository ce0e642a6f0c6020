package org.followerassay.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.followerassay.table.Table;

/** Derivations in an order in which each finds its inputs written. */
public final class Pipeline {
    private final List<Derivation> all;
    private final List<Derivation> steps;

    private Pipeline(List<Derivation> all, List<Derivation> steps) {
        this.all = all;
        this.steps = steps;
    }

    /**
     * Orders derivations by their inputs, and otherwise as given.
     *
     * @throws IllegalArgumentException if two steps share a name or the inputs form a circle
     */
    public static Pipeline of(List<Derivation> derivations) {
        Set<String> names = derivations.stream().map(Derivation::name).collect(Collectors.toSet());
        if (names.size() != derivations.size()) {
            throw new IllegalArgumentException("two steps share a name: "
                    + derivations.stream().map(Derivation::name).toList());
        }
        List<Derivation> ordered = new ArrayList<>();
        Set<Derivation> waiting = new LinkedHashSet<>(derivations);
        while (!waiting.isEmpty()) {
            Derivation next = waiting.stream()
                    .filter(step -> waiting.stream()
                            .noneMatch(other -> other != step && step.inputs().contains(other.output())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("these steps wait for each other: "
                            + waiting.stream().map(Derivation::name).toList()));
            ordered.add(next);
            waiting.remove(next);
        }
        return new Pipeline(List.copyOf(ordered), List.copyOf(ordered));
    }

    /** Only the steps of these names; what the others wrote earlier stays. */
    public Pipeline only(Set<String> names) {
        return new Pipeline(
                all, steps.stream().filter(step -> names.contains(step.name())).toList());
    }

    public List<Derivation> steps() {
        return steps;
    }

    /**
     * Writes every step's table into the draft; steps whose inputs, options and code are unchanged are carried over, and
     * what steps wrote that no longer exist is left out.
     */
    public void run(Draft draft, Progress progress) {
        int number = 0;
        for (Derivation step : steps) {
            progress.started(step.name(), ++number, steps.size());
            progress.finished(draft.derive(step));
        }
        outputs().forEach(table -> draft.keepOnly(table, writersOf(table)));
    }

    private Set<String> writersOf(Table table) {
        return all.stream()
                .filter(step -> step.output().equals(table))
                .map(Derivation::name)
                .collect(Collectors.toSet());
    }

    /** The tables that some step writes. */
    public Set<Table> outputs() {
        return steps.stream().map(Derivation::output).collect(Collectors.toSet());
    }
}
