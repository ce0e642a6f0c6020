package org.followerassay.ingest.columns;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the lines of one file become rows: shape, separator and the meaning of each cell.
 *
 * @param separator what parts cells; a blank stands for any run of blanks, tabs or commas, without quotes
 * @param fewest cells that a line must have at least
 * @param most cells that a line may have
 * @param ignored headers that are not understood or not needed
 * @param reversed true if the export names the followee where it should name the follower
 */
record Layout(
        Shape shape, char separator, int fewest, int most, List<Cell> cells, List<String> ignored, boolean reversed)
        implements Serializable {

    Layout {
        cells = List.copyOf(cells);
        ignored = List.copyOf(ignored);
    }

    boolean has(String column) {
        return cells.stream().anyMatch(cell -> cell.column().equals(column));
    }

    /** True if rows carry their place in a list, so that each followee's list is told whole. */
    boolean ordered() {
        return has("position") || has("newest_first");
    }

    /** True if a row of ties describes one of its accounts beyond naming it. */
    boolean describes() {
        return shape.isOfTies() && AccountFacts.TOLD.stream().anyMatch(this::has);
    }

    Optional<Cell> cell(String column) {
        return cells.stream().filter(cell -> cell.column().equals(column)).findFirst();
    }

    /** The same, with follower and followee exchanged. */
    Layout swapped() {
        List<Cell> swapped = new ArrayList<>();
        for (Cell cell : cells) {
            String column = switch (cell.column()) {
                case "follower" -> "followee";
                case "followee" -> "follower";
                default -> cell.column();
            };
            swapped.add(new Cell(column, cell.kind(), cell.required(), cell.index(), cell.header()));
        }
        return new Layout(shape, separator, fewest, most, swapped, ignored, true);
    }
}
