package org.followerassay.signature;

import org.followerassay.signature.digits.DigitOptions;
import org.followerassay.signature.expected.ExpectedFollowersOptions;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.signature.naming.NamingOptions;
import org.followerassay.signature.profile.AudienceProfileOptions;
import org.followerassay.signature.shared.SharedAudienceOptions;

/** The thresholds of all signatures, by signature. */
public record SignatureOptions(
        LotOptions lots,
        SharedAudienceOptions sharedAudiences,
        AudienceProfileOptions audienceProfiles,
        ExpectedFollowersOptions expectedFollowers,
        DigitOptions digits,
        NamingOptions naming) {
    public static SignatureOptions defaults() {
        return new SignatureOptions(
                LotOptions.defaults(),
                SharedAudienceOptions.defaults(),
                AudienceProfileOptions.defaults(),
                ExpectedFollowersOptions.defaults(),
                DigitOptions.defaults(),
                NamingOptions.defaults());
    }
}
