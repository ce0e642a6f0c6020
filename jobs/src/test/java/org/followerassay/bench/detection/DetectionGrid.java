package org.followerassay.bench.detection;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.bench.detection.world.CleanWorld;
import org.followerassay.bench.detection.world.SharesWorld;
import org.followerassay.bench.detection.world.SharesWorld.Creation;
import org.followerassay.bench.detection.world.SharesWorld.Delivery;
import org.followerassay.bench.detection.world.VendorsWorld;
import org.followerassay.bench.detection.world.VendorsWorld.Camouflage;

/** The cells that are measured: all of them, or the few of a quick look. */
final class DetectionGrid {
    static final String SHARES = "shares";
    static final String VENDORS = "vendors";
    static final String CLEAN = "clean";
    static final List<String> PARTS = List.of(SHARES, VENDORS, CLEAN);

    static final String BURST_DAY = "burst, 1 day";
    static final String BURST_WEEK = "burst, 1 week";
    static final String DRIP_90 = "drip, 90 days";
    static final String DRIP_LIST = "drip, whole list";
    static final String BATCH = "one batch of 30 days";
    static final String AGED = "aged, 1,500 days";
    static final String SMALL = "small";
    static final String POPULAR = "popular";
    static final String EDGES = "edges";
    static final String ORDER = "order and dates";
    static final String NO_TOPICS = "no topics";
    static final String TOPICS = "topics";

    /** Accounts, and followers of the smallest and of the largest. */
    private static final int[] SIZES = {30, 1_000, 8_000};

    private static final int[][] CUSTOMERS = {{1, 1}, {5, 2}, {20, 5}, {20, 15}, {50, 30}, {200, 5}};

    static List<Cell> full() {
        List<Cell> cells = new ArrayList<>();
        for (double share : new double[] {0.02, 0.10, 0.30, 0.55, 0.80}) {
            for (Delivery delivery : Delivery.values()) {
                cells.add(shares(share, delivery, Creation.BATCH_30_DAYS));
            }
        }
        for (double share : new double[] {0.10, 0.55}) {
            cells.add(shares(share, Delivery.DAY_1, Creation.AGED_1500_DAYS));
            cells.add(shares(share, Delivery.WHOLE_LIST, Creation.AGED_1500_DAYS));
        }
        for (boolean ordered : new boolean[] {false, true}) {
            for (int[] customers : CUSTOMERS) {
                for (boolean popular : new boolean[] {false, true}) {
                    cells.add(vendors(customers, popular, Camouflage.RANDOM_1, false, ordered));
                    cells.add(vendors(customers, popular, Camouflage.RANDOM_1, true, ordered));
                    cells.add(vendors(customers, popular, Camouflage.RANDOM_4, ordered, ordered));
                }
            }
            for (int[] customers : new int[][] {{20, 5}, {20, 15}}) {
                for (boolean popular : new boolean[] {false, true}) {
                    for (Camouflage camouflage : List.of(Camouflage.NONE, Camouflage.BIASED, Camouflage.HIJACKED)) {
                        cells.add(vendors(customers, popular, camouflage, true, ordered));
                    }
                }
            }
        }
        cells.add(clean());
        return List.copyOf(cells);
    }

    /** Every share and every reuse once, in the same worlds: topics everywhere, and edges alone where that is harder. */
    static List<Cell> quick() {
        List<Cell> cells = new ArrayList<>();
        for (double share : new double[] {0.02, 0.10, 0.30, 0.55, 0.80}) {
            cells.add(shares(share, Delivery.DAY_1, Creation.BATCH_30_DAYS));
            cells.add(shares(share, Delivery.WHOLE_LIST, Creation.BATCH_30_DAYS));
        }
        for (int[] customers : CUSTOMERS) {
            Camouflage camouflage = customers == CUSTOMERS[4] ? Camouflage.RANDOM_4 : Camouflage.RANDOM_1;
            cells.add(vendors(customers, false, camouflage, true, false));
            cells.add(vendors(customers, true, camouflage, true, false));
        }
        cells.add(vendors(CUSTOMERS[1], true, Camouflage.RANDOM_1, true, true));
        cells.add(clean());
        return List.copyOf(cells);
    }

    private static Cell shares(double share, Delivery delivery, Creation creation) {
        String delivered = switch (delivery) {
            case DAY_1 -> BURST_DAY;
            case WEEK -> BURST_WEEK;
            case DAYS_90 -> DRIP_90;
            case WHOLE_LIST -> DRIP_LIST;
        };
        return new Cell(
                SHARES,
                Facts.shares(share, delivered, creation == Creation.BATCH_30_DAYS ? BATCH : AGED),
                seed -> new SharesWorld(SIZES[0], SIZES[1], SIZES[2], share, delivery, creation).of(seed));
    }

    private static Cell vendors(
            int[] customers, boolean popular, Camouflage camouflage, boolean topics, boolean ordered) {
        String hidden = switch (camouflage) {
            case NONE -> "none";
            case RANDOM_1 -> "1 random";
            case RANDOM_4 -> "4 random";
            case BIASED -> "1 popular";
            case HIJACKED -> "hijacked";
        };
        return new Cell(
                VENDORS,
                Facts.vendors(
                        customers[0] + "×" + customers[1],
                        popular ? POPULAR : SMALL,
                        hidden,
                        topics ? TOPICS : NO_TOPICS,
                        ordered ? ORDER : EDGES),
                seed -> VendorsWorld.of(customers[0], customers[1], popular, camouflage, topics, ordered)
                        .of(seed));
    }

    private static Cell clean() {
        return new Cell(CLEAN, Facts.clean(), seed -> new CleanWorld(23, 300, 300, 2_000).of(seed));
    }

    private DetectionGrid() {}
}
