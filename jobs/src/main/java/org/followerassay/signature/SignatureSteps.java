package org.followerassay.signature;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.flow.Derivation;

/** The steps of this package. */
public final class SignatureSteps {
    /** Every signature, in the order in which reports name them. */
    public static List<Signature> signatures(SignatureOptions options) {
        return List.of(
                new LotFindings(options), new SharedAudienceFindings(options), new AudienceProfileFindings(options));
    }

    public static List<Derivation> steps(SignatureOptions options) {
        List<Derivation> steps = new ArrayList<>(List.of(
                new Arrivals(),
                new Fingerprint(options),
                new Lots(options),
                new SharedAudiences(options),
                new Vendors(options),
                new AudienceProfiles()));
        steps.addAll(signatures(options));
        steps.add(Matches.ofLots(options));
        steps.add(Matches.ofSharedAudiences(options));
        steps.add(new SignatureRuns(signatures(options)));
        return List.copyOf(steps);
    }

    private SignatureSteps() {}
}
