package org.followerassay.signature;

import org.followerassay.signature.followthrough.FollowThroughOptions;
import org.followerassay.signature.lockstep.LockstepOptions;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.signature.profile.AudienceProfileOptions;
import org.followerassay.signature.shared.SharedAudienceOptions;
import org.followerassay.signature.spike.SpikeOptions;

/** The thresholds of all signatures, by signature. */
public record SignatureOptions(
        LotOptions lots,
        SharedAudienceOptions sharedAudiences,
        AudienceProfileOptions audienceProfiles,
        LockstepOptions lockstep,
        SpikeOptions spikes,
        FollowThroughOptions followThrough) {
    public static SignatureOptions defaults() {
        return new SignatureOptions(
                LotOptions.defaults(),
                SharedAudienceOptions.defaults(),
                AudienceProfileOptions.defaults(),
                LockstepOptions.defaults(),
                SpikeOptions.defaults(),
                FollowThroughOptions.defaults());
    }
}
