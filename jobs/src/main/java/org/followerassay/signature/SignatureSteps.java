package org.followerassay.signature;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.flow.Derivation;
import org.followerassay.signature.block.BlockFindings;
import org.followerassay.signature.block.Blocks;
import org.followerassay.signature.block.DenseBlocks;
import org.followerassay.signature.digits.DigitDistances;
import org.followerassay.signature.digits.DigitFindings;
import org.followerassay.signature.digits.FirstDigits;
import org.followerassay.signature.estimate.ArrivalEstimates;
import org.followerassay.signature.estimate.Placebo;
import org.followerassay.signature.estimate.ReferenceHealth;
import org.followerassay.signature.evidence.GroupContrasts;
import org.followerassay.signature.evidence.Matches;
import org.followerassay.signature.evidence.ProfileContrasts;
import org.followerassay.signature.evidence.Profiled;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.signature.expected.ExpectedFollowers;
import org.followerassay.signature.expected.ExpectedFollowersFindings;
import org.followerassay.signature.fingerprint.BatchCells;
import org.followerassay.signature.fingerprint.FingerprintFindings;
import org.followerassay.signature.fingerprint.ReferenceShares;
import org.followerassay.signature.followthrough.FollowThrough;
import org.followerassay.signature.followthrough.FollowThroughStrata;
import org.followerassay.signature.lockstep.DatedTies;
import org.followerassay.signature.lockstep.LockstepCandidates;
import org.followerassay.signature.lockstep.LockstepCrowds;
import org.followerassay.signature.lockstep.LockstepFindings;
import org.followerassay.signature.lockstep.LockstepGroups;
import org.followerassay.signature.lockstep.LockstepMembers;
import org.followerassay.signature.lockstep.LowActivity;
import org.followerassay.signature.lots.Arrivals;
import org.followerassay.signature.lots.Fingerprint;
import org.followerassay.signature.lots.InLots;
import org.followerassay.signature.lots.LotFindings;
import org.followerassay.signature.lots.LotLinks;
import org.followerassay.signature.lots.Lots;
import org.followerassay.signature.naming.HandleFindings;
import org.followerassay.signature.naming.HandleShapes;
import org.followerassay.signature.naming.HandleTemplates;
import org.followerassay.signature.naming.IdOrder;
import org.followerassay.signature.naming.IdRunFindings;
import org.followerassay.signature.naming.IdRuns;
import org.followerassay.signature.profile.AudiencePresets;
import org.followerassay.signature.profile.AudienceProfileFindings;
import org.followerassay.signature.profile.AudienceProfiles;
import org.followerassay.signature.profile.PresetCatalogue;
import org.followerassay.signature.shared.FollowerStrata;
import org.followerassay.signature.shared.SharedAudienceFindings;
import org.followerassay.signature.shared.SharedAudiences;
import org.followerassay.signature.shared.SharedClusters;
import org.followerassay.signature.shared.SharedPool;
import org.followerassay.signature.shared.SharedStrata;
import org.followerassay.signature.shared.Vendors;
import org.followerassay.signature.spike.ArrivalCohorts;
import org.followerassay.signature.spike.BurstDecay;
import org.followerassay.signature.spike.GrowthIntervals;
import org.followerassay.signature.spike.SpikeFindings;
import org.followerassay.signature.synchronicity.DegreeCells;
import org.followerassay.signature.synchronicity.Synchronicity;
import org.followerassay.signature.synchronicity.SynchronicityFindings;
import org.followerassay.signature.synchronicity.SynchronisedAudiences;
import org.followerassay.signature.trust.Collusion;
import org.followerassay.signature.trust.Trust;

/** The steps of this package. */
public final class SignatureSteps {
    /** Every signature, in the order in which reports name them. */
    public static List<Signature> signatures(SignatureOptions options) {
        return List.of(
                new LotFindings(options.lots()),
                new FingerprintFindings(options.fingerprint()),
                new SharedAudienceFindings(options.sharedAudiences()),
                new BlockFindings(options.blocks()),
                new SynchronicityFindings(options.synchronicity()),
                new LockstepFindings(options.lockstep()),
                new SpikeFindings(options.spikes()),
                new AudienceProfileFindings(options.audienceProfiles()),
                new ExpectedFollowersFindings(options.expectedFollowers()),
                new DigitFindings(options.digits()),
                new IdRunFindings(options.naming()),
                new HandleFindings(options.naming()));
    }

    /** The signatures that say something about single ties. */
    public static List<ScoredSignature> scored(SignatureOptions options) {
        return signatures(options).stream()
                .filter(ScoredSignature.class::isInstance)
                .map(ScoredSignature.class::cast)
                .toList();
    }

    /** The signatures that name followers whose profiles are compared. */
    private static List<Profiled> profiled(SignatureOptions options) {
        return signatures(options).stream()
                .filter(Profiled.class::isInstance)
                .map(Profiled.class::cast)
                .toList();
    }

    public static List<Derivation> steps(SignatureOptions options) {
        List<Derivation> steps = new ArrayList<>(measures(options));
        steps.add(new ProfileContrasts(profiled(options)));
        steps.add(new GroupContrasts(profiled(options)));
        steps.add(new InLots(options.lots(), profiled(options)));
        steps.addAll(signatures(options));
        scored(options).forEach(signature -> steps.add(new Matches(signature)));
        steps.addAll(Placebo.of(scored(options), measures(options)));
        steps.add(new ArrivalEstimates(options.estimates(), scored(options)));
        steps.add(new ReferenceHealth(options.lots()));
        steps.add(new LotLinks(options.lots(), options.lotLinks()));
        steps.add(new Collusion(options.trust()));
        steps.add(new Trust(options.trust()));
        steps.add(new FollowThroughStrata(options.followThrough(), scored(options)));
        steps.add(new FollowThrough(options.followThrough()));
        steps.add(new SignatureRuns(signatures(options)));
        return List.copyOf(steps);
    }

    /** What signatures measure, before anything is a finding. */
    private static List<Derivation> measures(SignatureOptions options) {
        return List.of(
                new Arrivals(),
                new Fingerprint(options.lots()),
                new Lots(options.lots()),
                new ReferenceShares(options.fingerprint()),
                new BatchCells(options.fingerprint()),
                new FollowerStrata(options.sharedAudiences()),
                new SharedStrata(options.sharedAudiences()),
                new SharedAudiences(options.sharedAudiences()),
                new SharedClusters(),
                new SharedPool(options.sharedAudiences()),
                new Vendors(options.sharedAudiences()),
                new DenseBlocks(options.blocks()),
                new Blocks(),
                new DegreeCells(),
                new Synchronicity(options.synchronicity()),
                new SynchronisedAudiences(options.synchronicity()),
                new DatedTies(),
                new LockstepCandidates(options.lockstep()),
                new LockstepCrowds(options.lockstep()),
                new LockstepMembers(options.lockstep()),
                new LockstepGroups(),
                new LowActivity(options.lockstep()),
                new ArrivalCohorts(),
                new GrowthIntervals(options.spikes()),
                new BurstDecay(options.spikes()),
                new AudienceProfiles(),
                new PresetCatalogue(),
                new AudiencePresets(),
                new ExpectedFollowers(options.expectedFollowers()),
                new FirstDigits(options.digits()),
                new DigitDistances(),
                new IdOrder(),
                new IdRuns(options.naming()),
                new HandleTemplates(options.naming()),
                new HandleShapes(options.naming()));
    }

    private SignatureSteps() {}
}
