package org.followerassay.reliability.clean;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What will happen, by its time; of what happens in one second, what was entered first comes first. */
final class Diary {
    /** What somebody does. */
    enum Act {
        JOIN,
        VISIT,
        FOLLOW,
        DROP
    }

    /** @param whom the one followed or dropped; null for other acts */
    record Step(int at, int turn, Act act, Person who, Person whom) {}

    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparingInt(Step::at).thenComparingInt(Step::turn));
    private int turns;

    /** Earliest a second after both have joined. What would come after the end is forgotten. */
    void follow(double at, Person who, Person whom) {
        enter(Math.max(at, 1 + Math.max(who.joined, whom.joined)), Act.FOLLOW, who, whom);
    }

    void drop(double at, Person who, Person whom) {
        enter(at, Act.DROP, who, whom);
    }

    void visit(double at, Person who) {
        enter(at, Act.VISIT, who, null);
    }

    void join(Person who) {
        enter(who.joined, Act.JOIN, who, null);
    }

    private void enter(double at, Act act, Person who, Person whom) {
        if (at < Days.END) {
            steps.add(new Step((int) at, turns++, act, who, whom));
        }
    }

    /** The next thing to happen, null at the end. */
    Step next() {
        return steps.poll();
    }
}
