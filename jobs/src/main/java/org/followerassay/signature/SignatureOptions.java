package org.followerassay.signature;

import org.followerassay.signature.block.BlockOptions;
import org.followerassay.signature.digits.DigitOptions;
import org.followerassay.signature.estimate.EstimateOptions;
import org.followerassay.signature.expected.ExpectedFollowersOptions;
import org.followerassay.signature.fingerprint.FingerprintOptions;
import org.followerassay.signature.followthrough.FollowThroughOptions;
import org.followerassay.signature.lockstep.LockstepOptions;
import org.followerassay.signature.lots.LotLinkOptions;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.signature.naming.NamingOptions;
import org.followerassay.signature.profile.AudienceProfileOptions;
import org.followerassay.signature.shared.SharedAudienceOptions;
import org.followerassay.signature.spike.SpikeOptions;
import org.followerassay.signature.synchronicity.SynchronicityOptions;
import org.followerassay.signature.trust.TrustOptions;

/** The thresholds of all signatures, by signature. */
public record SignatureOptions(
        LotOptions lots,
        LotLinkOptions lotLinks,
        FingerprintOptions fingerprint,
        SharedAudienceOptions sharedAudiences,
        BlockOptions blocks,
        SynchronicityOptions synchronicity,
        LockstepOptions lockstep,
        SpikeOptions spikes,
        FollowThroughOptions followThrough,
        TrustOptions trust,
        AudienceProfileOptions audienceProfiles,
        ExpectedFollowersOptions expectedFollowers,
        DigitOptions digits,
        NamingOptions naming,
        EstimateOptions estimates) {
    public static SignatureOptions defaults() {
        return new SignatureOptions(
                LotOptions.defaults(),
                LotLinkOptions.defaults(),
                FingerprintOptions.defaults(),
                SharedAudienceOptions.defaults(),
                BlockOptions.defaults(),
                SynchronicityOptions.defaults(),
                LockstepOptions.defaults(),
                SpikeOptions.defaults(),
                FollowThroughOptions.defaults(),
                TrustOptions.defaults(),
                AudienceProfileOptions.defaults(),
                ExpectedFollowersOptions.defaults(),
                DigitOptions.defaults(),
                NamingOptions.defaults(),
                EstimateOptions.defaults());
    }
}
