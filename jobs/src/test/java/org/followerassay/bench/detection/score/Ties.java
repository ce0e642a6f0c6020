package org.followerassay.bench.detection.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.followerassay.bench.detection.world.FollowerList;
import org.followerassay.bench.detection.world.World;

/** The ties of a world, numbered list by list and by position, and found again by the ids of their accounts. */
public final class Ties {
    private final World world;
    private final int[] first;
    private final boolean[] bought;
    private final int[] follower;
    private final Map<Long, Integer> listOf = new HashMap<>();
    private final List<Map<Long, Integer>> positionOf;

    public Ties(World world) {
        this.world = world;
        List<FollowerList> lists = world.lists();
        first = new int[lists.size() + 1];
        bought = new boolean[world.ties()];
        follower = new int[world.ties()];
        positionOf = new java.util.ArrayList<>();
        for (int list = 0; list < lists.size(); list++) {
            FollowerList followers = lists.get(list);
            first[list + 1] = first[list] + followers.size();
            listOf.put(followers.account(), list);
            Map<Long, Integer> positions = new HashMap<>(2 * followers.size());
            for (int i = 0; i < followers.size(); i++) {
                bought[first[list] + i] = followers.bought(i);
                follower[first[list] + i] = followers.followers()[i];
                positions.put(world.id(followers.followers()[i]), i);
            }
            positionOf.add(positions);
        }
    }

    public World world() {
        return world;
    }

    public int count() {
        return bought.length;
    }

    public int lists() {
        return world.lists().size();
    }

    /** The number of a list's first tie. */
    public int first(int list) {
        return first[list];
    }

    public boolean bought(int tie) {
        return bought[tie];
    }

    /** The number of the person who follows. */
    public int follower(int tie) {
        return follower[tie];
    }

    /** The list of an account's id. */
    public int list(long account) {
        return listOf.get(account);
    }

    public int tie(long account, long followerId) {
        int list = listOf.get(account);
        return first[list] + positionOf.get(list).get(followerId);
    }
}
