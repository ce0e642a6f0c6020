package org.followerassay.signature.profile;

import static org.followerassay.signature.profile.ProfileRule.Need.ALL;
import static org.followerassay.signature.profile.ProfileRule.Need.ANY;
import static org.followerassay.signature.profile.ProfileRule.Need.FEWER_THAN_HALF;

import java.util.List;

/**
 * The published rule sets that audit tools made common.
 *
 * <p>Cresci et al. (Decision Support Systems 80, 2015) measured that such rules tell bought followers from people badly. They
 * are here so that a reader can set a tool's figure beside the census of the same list. Inactive is not bought.
 */
public final class RulePresets {
    /** The profile part of SocialBakers' first group of rules. */
    public static final ProfileRule SOCIALBAKERS_SUSPICIOUS = new ProfileRule(
            "suspicious",
            ANY,
            List.of(
                    Signs.FOLLOWS_50_TO_1,
                    Signs.NEVER_POSTED,
                    Signs.NO_PICTURE_AFTER_60_DAYS,
                    Signs.NO_BIO_AND_FOLLOWS_100));

    public static final ProfileRule FEW_SIGNS_OF_A_PERSON =
            new ProfileRule("few signs of a person", FEWER_THAN_HALF, Signs.OF_A_PERSON);

    public static final ProfileRule STATUSPEOPLE_SUSPICIOUS =
            new ProfileRule("suspicious", ALL, List.of(Signs.FEW_FOLLOWERS, Signs.FEW_POSTS, Signs.MANY_FOLLOWEES));

    public static final ProfileRule FOLLOWS_50_TO_1 =
            new ProfileRule("50 followees per follower", ALL, List.of(Signs.FOLLOWS_50_TO_1));

    public static final ProfileRule NEVER_POSTED = new ProfileRule("never posted", ALL, List.of(Signs.NEVER_POSTED));

    public static final List<RulePreset> ALL_PRESETS = List.of(
            new RulePreset(
                    "socialbakers",
                    "SocialBakers 2012, as told by Cresci et al. 2015",
                    "four of eight rules need the texts of posts (spam phrases, one text more than three times, 90 % reposts,"
                            + " 90 % links); the rule on an empty bio also asks for an empty location",
                    List.of(
                            SOCIALBAKERS_SUSPICIOUS,
                            new ProfileRule("inactive", ANY, List.of(Signs.FEWER_THAN_3_POSTS, Signs.SILENT_90_DAYS))),
                    "good"),
            new RulePreset(
                    "camisani-calzolari",
                    "Camisani-Calzolari 2012, as told by Cresci et al. 2015",
                    "signs from texts and clients of posts, name, address and link; its points are replaced by fewer than half of"
                            + " the signs that the export tells",
                    List.of(FEW_SIGNS_OF_A_PERSON),
                    "as many signs as not"),
            new RulePreset(
                    "statuspeople",
                    "StatusPeople 2012, in words only",
                    "its cut-offs were never published: fewer than 50 followers, fewer than 50 posts and more than 250 followees"
                            + " are ours; 100 days of silence is theirs",
                    List.of(STATUSPEOPLE_SUSPICIOUS, new ProfileRule("inactive", ALL, List.of(Signs.SILENT_100_DAYS))),
                    "good"),
            audienceTypes("hypeauditor types", "HypeAuditor's help pages, 2023", 5_000),
            audienceTypes("infludata types", "infludata's help pages, 2024", 2_000));

    /** The four audience types of influencer marketing, which differ by tool in who counts as an influencer. */
    private static RulePreset audienceTypes(String name, String source, int influencerFollowers) {
        return new RulePreset(
                name,
                source,
                "how it decides that an account is suspicious was never published; SocialBakers' profile rules stand in for it",
                List.of(
                        new ProfileRule("influencer", ALL, List.of(Signs.influencer(influencerFollowers))),
                        new ProfileRule("mass follower", ALL, List.of(Signs.MASS_FOLLOWER)),
                        SOCIALBAKERS_SUSPICIOUS),
                "quality");
    }

    private RulePresets() {}
}
