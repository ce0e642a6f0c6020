package org.followerassay.bench.detection.world;

import java.util.List;
import java.util.Set;

/**
 * Everything that is true in one small world.
 *
 * @param people by number
 * @param sold numbers of the people whose follows were sold
 * @param ordered whether the export tells the order of the lists, and who the followers are; otherwise only who follows whom
 */
public record World(List<Person> people, List<FollowerList> lists, Set<Integer> sold, boolean ordered) {
    private static final int ID_BITS = 40;
    private static final long ID_MASK = (1L << ID_BITS) - 1;

    /**
     * The id under which a person appears. Where the export tells creation dates, ids grow with them, as most platforms'
     * do; otherwise they tell nothing.
     */
    public long id(int person) {
        if (ordered) {
            return (people.get(person).createdAt() - Calendar.BEGINNING) << 22 | person;
        }
        return (1L << ID_BITS) | ((person * 0x9E3779B97F4A7C15L) & ID_MASK);
    }

    public int ties() {
        return lists.stream().mapToInt(FollowerList::size).sum();
    }
}
