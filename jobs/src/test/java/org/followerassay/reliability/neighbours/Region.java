package org.followerassay.reliability.neighbours;

import java.util.ArrayList;
import java.util.List;

/**
 * The towns. Sizes fall as one over the rank (Zipf's law); the network begins in the second largest, a university town, and reaches
 * the others within three years, near and large ones first.
 */
final class Region {
    private static final int PEOPLE_PER_TOWN = 1_200;

    final List<Town> towns = new ArrayList<>();
    private final Chance chance;
    private final double[][] near;
    private final double[] sizes;

    Region(int population, Chance chance) {
        this.chance = chance;
        int count = 4 + population / PEOPLE_PER_TOWN;
        double[][] places = new double[count][2];
        for (double[] place : places) {
            place[0] = chance.share();
            place[1] = chance.share();
        }
        for (int i = 0; i < count; i++) {
            double away = Math.hypot(places[i][0] - places[1][0], places[i][1] - places[1][1]);
            double days = i == 1 ? -60 : 150 + 500 * away + 6 * i + chance.exponential(60);
            long reached = Timeline.FOUNDED + (long) (days * Timeline.DAY);
            towns.add(new Town(i, places[i][0], places[i][1], 1 / (i + 1.5), reached));
        }
        sizes = towns.stream().mapToDouble(town -> town.weight).toArray();
        near = new double[count][count];
        for (Town a : towns) {
            for (Town b : towns) {
                near[a.number][b.number] = a == b ? 0 : b.weight * Math.exp(-a.distance(b) / 0.18);
            }
        }
    }

    /** Where somebody lives who signs up at that time. */
    Town home(long at) {
        return towns.get(chance.weighted(
                towns.stream().mapToDouble(town -> town.weight * town.ready(at)).toArray()));
    }

    /** Another town, rather a near and large one. */
    Town neighbour(Town town) {
        return towns.get(chance.weighted(near[town.number]));
    }

    /** A town by its size only. */
    Town any() {
        return towns.get(chance.weighted(sizes));
    }
}
