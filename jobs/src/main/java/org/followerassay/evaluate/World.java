package org.followerassay.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everybody on the simulated platform, and who follows whom when. */
final class World {
    private final long seed;
    private final Ids ids = new Ids();
    private final Population population;
    private final List<AuditedAccount> audited = new ArrayList<>();
    private final Map<Long, FolloweeList> followeeLists = new LinkedHashMap<>();

    private World(SimulateOptions options) {
        seed = options.seed();
        population = Population.of(options, ids);
    }

    static World of(SimulateOptions options) {
        World world = new World(options);
        for (int cast = 1; cast <= options.accounts() / SimulateOptions.LEAST_ACCOUNTS; cast++) {
            Customers.enter(world, cast);
            MassFollowers.enter(world, cast);
            Occasions.enter(world, cast);
            Communities.enter(world, cast);
            Habits.enter(world, cast);
        }
        OrdinaryAccounts.enter(world, options.accounts() - world.audited.size());
        return world;
    }

    Population population() {
        return population;
    }

    Ids ids() {
        return ids;
    }

    List<AuditedAccount> audited() {
        return audited;
    }

    /** The lists of followees that the export holds completely. */
    List<FolloweeList> followeeLists() {
        return List.copyOf(followeeLists.values());
    }

    Dice dice(String part) {
        return Dice.of(seed, part);
    }

    /** A new audited account with nobody in its audience yet. */
    AuditedAccount open(Label label, long createdAt, Dice dice) {
        AuditedAccount account =
                new AuditedAccount(ids.next(createdAt, dice), createdAt, label, new Audience(Population.topic(dice)));
        audited.add(account);
        return account;
    }

    FolloweeList followeesOf(long account) {
        return followeeLists.computeIfAbsent(account, FolloweeList::new);
    }
}
