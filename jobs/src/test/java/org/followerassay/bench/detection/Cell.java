package org.followerassay.bench.detection;

import java.util.function.LongFunction;
import org.followerassay.bench.detection.world.World;

/**
 * One kind of world that is looked at.
 *
 * @param part shares, vendors or clean
 * @param facts what distinguishes it from the others of its part, as tables print it
 * @param world by seed
 */
record Cell(String part, Facts facts, LongFunction<World> world) {}
