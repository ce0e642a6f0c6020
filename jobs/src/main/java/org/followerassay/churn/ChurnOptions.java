package org.followerassay.churn;

import java.util.Objects;
import org.followerassay.flow.AssayException;

/** What the churn steps assume, by the step that assumes it. */
public record ChurnOptions(Suspects suspects, MassFollowing massFollowing, Residue residue) {
    public ChurnOptions {
        Objects.requireNonNull(suspects, "suspects");
        Objects.requireNonNull(massFollowing, "massFollowing");
        Objects.requireNonNull(residue, "residue");
    }

    public static ChurnOptions defaults() {
        return new ChurnOptions(Suspects.defaults(), MassFollowing.defaults(), Residue.defaults());
    }

    /**
     * When a list that calls itself complete is not believed.
     *
     * @param dipShare a list below this share of those before and after it is suspect; at 0.5 a lost page of a long list
     *     passes, but no honest account loses half of a list and has it back by the next snapshot
     * @param dipFrom both neighbours must list so many ties: of fewer than ten, half is a few people's change of mind
     * @param dipSnapshots snapshots looked at on either side: 1 sees a single failed export, n sees n in a row, and with
     *     larger n a real wave of unfollows that is followed by a new wave of follows is passed over
     */
    public record Suspects(double dipShare, long dipFrom, int dipSnapshots) {
        public Suspects {
            share("dip-share", dipShare);
            atLeast("dip-from", dipFrom, 1);
            atLeast("dip-snapshots", dipSnapshots, 1);
        }

        public static Suspects defaults() {
            return new Suspects(0.5, 10, 1);
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

    private static void share(String option, double value) {
        if (!(value > 0 && value < 1)) {
            throw AssayException.usage("--" + option + " must be between 0 and 1, was " + value);
        }
    }
}
