package org.followerassay.signature;

import org.followerassay.signature.estimate.EstimateOptions;
import org.followerassay.signature.fingerprint.FingerprintOptions;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.signature.profile.AudienceProfileOptions;
import org.followerassay.signature.shared.SharedAudienceOptions;

/** The thresholds of all signatures, by signature. */
public record SignatureOptions(
        LotOptions lots,
        FingerprintOptions fingerprint,
        SharedAudienceOptions sharedAudiences,
        AudienceProfileOptions audienceProfiles,
        EstimateOptions estimates) {
    public static SignatureOptions defaults() {
        return new SignatureOptions(
                LotOptions.defaults(),
                FingerprintOptions.defaults(),
                SharedAudienceOptions.defaults(),
                AudienceProfileOptions.defaults(),
                EstimateOptions.defaults());
    }
}
