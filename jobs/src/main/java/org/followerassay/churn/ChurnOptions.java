package org.followerassay.churn;

import java.util.Objects;
import org.followerassay.flow.AssayException;

/** What the churn steps assume, by the step that assumes it. */
public record ChurnOptions(
        Suspects suspects,
        Wholesale wholesale,
        Purges purges,
        Hazards hazards,
        Behaviour behaviour,
        Clock clock,
        Engagement engagement,
        Capital capital,
        MassFollowing massFollowing,
        Residue residue) {
    public ChurnOptions {
        Objects.requireNonNull(suspects, "suspects");
        Objects.requireNonNull(wholesale, "wholesale");
        Objects.requireNonNull(purges, "purges");
        Objects.requireNonNull(hazards, "hazards");
        Objects.requireNonNull(behaviour, "behaviour");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(engagement, "engagement");
        Objects.requireNonNull(capital, "capital");
        Objects.requireNonNull(massFollowing, "massFollowing");
        Objects.requireNonNull(residue, "residue");
    }

    public static ChurnOptions defaults() {
        return new ChurnOptions(
                Suspects.defaults(),
                Wholesale.defaults(),
                Purges.defaults(),
                Hazards.defaults(),
                Behaviour.defaults(),
                Clock.defaults(),
                Engagement.defaults(),
                Capital.defaults(),
                MassFollowing.defaults(),
                Residue.defaults());
    }

    /**
     * When a list that calls itself complete is not believed.
     *
     * @param returnedShare ties that a list lacks and the next one has again, as a share of what it should have had: of a
     *     lost page 1 %, while accounts that are switched off and on again within days stay far below
     * @param returnedFrom at least so many ties: fewer are a few people's change of mind
     * @param returnedOfLost of the ties missing, at least this share must return: of people who unfollow, few do
     * @param reach lists in a row that may lack them: 1 sees a single failed export; with n, a wave of unfollows that is
     *     taken back within n lists is passed over
     * @param cutShare a loss at the old end of a list is held back until the next list from this share on
     * @param endShare share of the missing that must stand at an end of the list to say that it was cut there
     * @param copyExpected changes to be expected by the rate around a list that shows none: of 20, none has odds of 2e-9
     */
    public record Suspects(
            double returnedShare,
            long returnedFrom,
            double returnedOfLost,
            int reach,
            double cutShare,
            double endShare,
            double copyExpected) {
        public Suspects {
            share("returned-share", returnedShare);
            atLeast("returned-from", returnedFrom, 1);
            share("returned-of-lost", returnedOfLost);
            atLeast("reach", reach, 1);
            share("cut-share", cutShare);
            share("end-share", endShare);
            above("copy-expected", copyExpected, 0);
        }

        public static Suspects defaults() {
            return new Suspects(0.005, 5, 0.5, 1, 0.1, 0.95, 20);
        }
    }

    /**
     * When a loss is more than one person's decision.
     *
     * @param resetShare of the ties of a list that are lost at once: 0.99 as in the definition of a reset
     * @param pruneShare of the accounts that an account follows, dropped at once: nobody forgets a fifth of them singly
     * @param wholesaleFrom ties that a list must have had for either: a fifth of 50 is 10
     */
    public record Wholesale(double resetShare, double pruneShare, long wholesaleFrom) {
        public Wholesale {
            share("reset-share", resetShare);
            share("prune-share", pruneShare);
            atLeast("wholesale-from", wholesaleFrom, 1);
        }

        public static Wholesale defaults() {
            return new Wholesale(0.99, 0.2, 50);
        }
    }

    /**
     * When a loss is the platform's.
     *
     * @param listsMin lists of followers that share two snapshots: the median of ten is not moved by two
     * @param losingShare share of those that must lose: in July 2018 practically all did
     * @param lossMin median loss: typical losses in July 2018 were 2 to 6 %, ordinary ones of a day are 0.1 %
     * @param times the ordinary loss that it must exceed: ordinary days differ by less than a factor of three
     * @param ordinaryPerDay where fewer than three other pairs of snapshots tell what is ordinary: 3 % a month (Myers and
     *     Leskovec 2014)
     */
    public record Purges(long listsMin, double losingShare, double lossMin, double times, double ordinaryPerDay) {
        public Purges {
            atLeast("purge-lists-min", listsMin, 2);
            share("purge-losing-share", losingShare);
            share("purge-loss-min", lossMin);
            above("purge-times", times, 1);
            share("purge-ordinary-per-day", ordinaryPerDay);
        }

        public static Purges defaults() {
            return new Purges(10, 0.8, 0.01, 3, 0.001);
        }
    }

    /**
     * Which ties tell at what age they are dropped.
     *
     * @param intervalMax days between two lists: within a longer interval than a month, neither age nor day is known
     * @param followeesMax of a follower whose common neighbours are counted: each of its ties costs as many rows; Twitter lets
     *     an account follow 5,000 before it asks for followers
     * @param tiesMax ties whose common neighbours are counted: with 300 followees each, 15 million rows
     */
    public record Hazards(double intervalMax, long followeesMax, long tiesMax) {
        public Hazards {
            above("hazard-interval-max", intervalMax, 0);
            atLeast("hazard-followees-max", followeesMax, 1);
            atLeast("hazard-ties-max", tiesMax, 1);
        }

        public static Hazards defaults() {
            return new Hazards(31, 5_000, 50_000);
        }
    }

    /**
     * Who counts as awake, and from which numbers on it is said.
     *
     * @param dormantDays without a sign of activity: 90 as in Socialbakers' rule; StatusPeople takes 100
     * @param knownMin followers of known activity: of 50, a share of 0.3 is known to ± 0.13
     * @param knownShare of all followers whose activity must be known: of the rest, more than as many may be anything
     * @param peersMin accounts of a tier whose median is told: of fewer than 10, it is one account's accident
     */
    public record Engagement(int dormantDays, long knownMin, double knownShare, long peersMin) {
        public Engagement {
            atLeast("dormant-days", dormantDays, 1);
            atLeast("dormant-known-min", knownMin, 1);
            share("dormant-known-share", knownShare);
            atLeast("engagement-peers-min", peersMin, 1);
        }

        public static Engagement defaults() {
            return new Engagement(90, 50, 0.5, 10);
        }
    }

    /**
     * When an account acts by a clock of its own.
     *
     * @param followsMin dated follows from which on it is judged: 20 hours of ten days are 200
     * @param daysMin days of follows, and batches: what is alike ten times is no accident
     * @param longDayHours hours of one day in which it follows: who sleeps, pauses for longer than four
     * @param longDaysMin days of that kind: nobody stays awake for five in a month
     * @param pauseSeconds without a follow that part two batches: half an hour
     * @param batchMin follows of a batch: fewer are one at a time
     * @param evenShare of the batches that have one size: of people's, sizes from 5 up hardly repeat
     */
    public record Clock(
            long followsMin,
            long daysMin,
            int longDayHours,
            long longDaysMin,
            long pauseSeconds,
            long batchMin,
            double evenShare) {
        public Clock {
            atLeast("clock-follows-min", followsMin, 1);
            atLeast("clock-days-min", daysMin, 1);
            atLeast("clock-long-day-hours", longDayHours, 1);
            atLeast("clock-long-days-min", longDaysMin, 1);
            atLeast("clock-pause-seconds", pauseSeconds, 1);
            atLeast("clock-batch-min", batchMin, 2);
            share("clock-even-share", evenShare);
        }

        public static Clock defaults() {
            return new Clock(200, 10, 20, 5, 1_800, 5, 0.7);
        }
    }

    /**
     * When following many and unfollowing them is worth a row.
     *
     * @param massFollowMin followees at the peak: 1,000 is below the 1,500 at which tools speak of mass following, and
     *     above what people who only read follow
     * @param dropMin share of the followees at the peak that are gone in the end: by 0.9 it is no tidying up
     */
    public record MassFollowing(long massFollowMin, double dropMin) {
        public MassFollowing {
            atLeast("mass-follow-min", massFollowMin, 1);
            share("drop-min", dropMin);
        }

        public static MassFollowing defaults() {
            return new MassFollowing(1_000, 0.9);
        }
    }

    /**
     * When an account's own follows and unfollows are worth a finding.
     *
     * @param massPerDay follows in a day: 99.87 % of accounts never reach the 400 to which Twitter lowered its limit because
     *     nearly half of those who exceeded it were churning (Roth 2019)
     * @param populationFrom actors from which on one below their 99.9th percentile is weak: of 10,000, ten are above it
     * @param churnFrom follows from which on the share dropped soon is judged: of 100, a half is known to ± 10 %
     * @param churnShare share dropped within two months: of ordinary ties about 3 % a month end (Myers and Leskovec 2014)
     * @param fishFrom returned follows from which on the share of them that is dropped is judged
     * @param droppedReturnedShare share of returned follows dropped afterwards: ties that are returned are the last to end (Kwak and
     *     others 2011), so that a half is no accident
     * @param rhythmFrom follows, or drops, from which on their rhythm is judged
     * @param rhythmDays days on which they must lie: somebody who tidies up in one evening has an order but no rhythm
     * @param queue correlation of the times of follow and drop: people drop whom they notice, software the oldest entry
     * @param quotaVariation standard deviation over mean of daily follows: people's days differ by more than a tenth
     */
    public record Behaviour(
            double massPerDay,
            long populationFrom,
            long churnFrom,
            double churnShare,
            long fishFrom,
            double droppedReturnedShare,
            long rhythmFrom,
            long rhythmDays,
            double queue,
            double quotaVariation) {
        public Behaviour {
            above("mass-per-day", massPerDay, 0);
            atLeast("population-from", populationFrom, 1);
            atLeast("churn-from", churnFrom, 1);
            share("churn-share", churnShare);
            atLeast("fish-from", fishFrom, 1);
            share("dropped-returned-share", droppedReturnedShare);
            atLeast("rhythm-from", rhythmFrom, 2);
            atLeast("rhythm-days", rhythmDays, 3);
            share("queue", queue);
            share("quota-variation", quotaVariation);
        }

        public static Behaviour defaults() {
            return new Behaviour(400, 10_000, 100, 0.5, 50, 0.5, 200, 10, 0.95, 0.1);
        }
    }

    /**
     * When an account's followers and followees nearly coincide.
     *
     * @param capitalOverlap overlap index from which on an account counts as a social capitalist (Dugué and Perez 2014)
     * @param capitalFrom followers and followees that it must have: circles of friends are smaller than 500
     */
    public record Capital(double capitalOverlap, long capitalFrom) {
        public Capital {
            share("capital-overlap", capitalOverlap);
            atLeast("capital-from", capitalFrom, 1);
        }

        public static Capital defaults() {
            return new Capital(0.8, 500);
        }
    }

    /**
     * When an audience counts as made of follow-backs.
     *
     * @param measuredMin measured followers of an account: of 50, a share of 0.3 is known to ± 0.13
     * @param tiesMin followers and followees of a measured follower: below 10 one tie moves its overlap index by 0.1
     * @param overlapAbove overlap index of a follow-backer; 0.8 is the published threshold for social capitalists (Dugué
     *     and Perez, 2014)
     * @param spreadMin smallest standard deviation of the peers' shares that is believed: among peers that all have none,
     *     one follow-backer in fifty is no finding
     * @param zMin robust standard deviations above the peers from which it is reported
     * @param shareMin share of follow-backers from which it is reported: below 0.3 most of the audience is something else
     * @param peersMin peers that a report needs: the median of fewer than 10 is one account's accident
     */
    public record Residue(
            long measuredMin,
            long tiesMin,
            double overlapAbove,
            double spreadMin,
            double zMin,
            double shareMin,
            long peersMin) {
        public Residue {
            atLeast("residue-measured-min", measuredMin, 1);
            atLeast("residue-ties-min", tiesMin, 1);
            share("residue-overlap-above", overlapAbove);
            share("residue-spread-min", spreadMin);
            share("residue-share-min", shareMin);
            atLeast("residue-peers-min", peersMin, 1);
            if (!(zMin > 0)) {
                throw AssayException.usage("--residue-z-min must be above 0, was " + zMin);
            }
        }

        public static Residue defaults() {
            return new Residue(50, 10, 0.8, 0.02, 5, 0.3, 10);
        }
    }

    private static void atLeast(String option, long value, long least) {
        if (value < least) {
            throw AssayException.usage("--" + option + " must be at least " + least + ", was " + value);
        }
    }

    private static void above(String option, double value, double bound) {
        if (!(value > bound)) {
            throw AssayException.usage("--" + option + " must be above " + bound + ", was " + value);
        }
    }

    private static void share(String option, double value) {
        if (!(value > 0 && value < 1)) {
            throw AssayException.usage("--" + option + " must be between 0 and 1, was " + value);
        }
    }
}
