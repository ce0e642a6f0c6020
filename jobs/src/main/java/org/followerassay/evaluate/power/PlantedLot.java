package org.followerassay.evaluate.power;

import org.followerassay.evaluate.power.InjectOptions.Delivery;

/**
 * A lot in a copy of a list.
 *
 * @param number counted from 1 over all rounds; copies and their followers are named after it
 * @param copy id of the account that owns the copied list
 */
record PlantedLot(long number, Hosts.Host host, int size, Delivery delivery, long copy) {}
