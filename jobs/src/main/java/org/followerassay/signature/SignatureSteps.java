package org.followerassay.signature;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.flow.Derivation;
import org.followerassay.signature.evidence.Matches;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.signature.followthrough.FollowThrough;
import org.followerassay.signature.lockstep.DatedTies;
import org.followerassay.signature.lockstep.LockstepCandidates;
import org.followerassay.signature.lockstep.LockstepCrowds;
import org.followerassay.signature.lockstep.LockstepFindings;
import org.followerassay.signature.lockstep.LockstepGroups;
import org.followerassay.signature.lockstep.LockstepMembers;
import org.followerassay.signature.lockstep.LowActivity;
import org.followerassay.signature.lots.Arrivals;
import org.followerassay.signature.lots.Fingerprint;
import org.followerassay.signature.lots.LotFindings;
import org.followerassay.signature.lots.Lots;
import org.followerassay.signature.profile.AudienceProfileFindings;
import org.followerassay.signature.profile.AudienceProfiles;
import org.followerassay.signature.shared.SharedAudienceFindings;
import org.followerassay.signature.shared.SharedAudiences;
import org.followerassay.signature.shared.Vendors;
import org.followerassay.signature.spike.ArrivalCohorts;
import org.followerassay.signature.spike.SpikeFindings;

/** The steps of this package. */
public final class SignatureSteps {
    /** Every signature, in the order in which reports name them. */
    public static List<Signature> signatures(SignatureOptions options) {
        return List.of(
                new LotFindings(options.lots()),
                new SharedAudienceFindings(options.sharedAudiences(), options.lots()),
                new AudienceProfileFindings(options.audienceProfiles()),
                new LockstepFindings(options.lockstep(), options.lots()),
                new SpikeFindings(options.spikes()));
    }

    /** The signatures that say something about single ties. */
    public static List<ScoredSignature> scored(SignatureOptions options) {
        return signatures(options).stream()
                .filter(ScoredSignature.class::isInstance)
                .map(ScoredSignature.class::cast)
                .toList();
    }

    public static List<Derivation> steps(SignatureOptions options) {
        List<Derivation> steps = new ArrayList<>(measures(options));
        steps.addAll(signatures(options));
        scored(options).forEach(signature -> steps.add(new Matches(signature)));
        steps.add(new SignatureRuns(signatures(options)));
        return List.copyOf(steps);
    }

    /** What signatures measure, before anything is a finding. */
    private static List<Derivation> measures(SignatureOptions options) {
        return List.of(
                new Arrivals(),
                new Fingerprint(options.lots()),
                new Lots(options.lots()),
                new SharedAudiences(options.sharedAudiences()),
                new Vendors(options.sharedAudiences()),
                new AudienceProfiles(),
                new DatedTies(),
                new LockstepCandidates(options.lockstep()),
                new LockstepCrowds(options.lockstep()),
                new LockstepMembers(options.lockstep()),
                new LockstepGroups(),
                new LowActivity(options.lockstep()),
                new ArrivalCohorts(options.spikes()),
                new FollowThrough(options.followThrough()));
    }

    private SignatureSteps() {}
}
