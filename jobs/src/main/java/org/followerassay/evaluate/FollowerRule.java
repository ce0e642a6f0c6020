package org.followerassay.evaluate;

import java.util.List;
import org.followerassay.signature.profile.ProfileRule;
import org.followerassay.signature.profile.RulePresets;

/**
 * A published rule that looks at one follower's profile at a time, as most audit tools do.
 *
 * @param name as printed
 * @param source where the rule is published, and what of it an export can't tell
 * @param rule true of a follower that the rule counts against the account
 * @param threshold share of such followers from which on the account is named
 */
record FollowerRule(String name, String source, ProfileRule rule, double threshold) {
    /** SocialBakers' bands: from 20 % on "be cautious". The other rules name no share; theirs is the same. */
    private static final double BE_CAUTIOUS = 0.20;

    static final List<FollowerRule> PUBLISHED = List.of(
            new FollowerRule(
                    "few followers, few posts, many followees",
                    "StatusPeople 2012 in words; its cut-offs were never published, these are followers < 50, posts < 50,"
                            + " followees > 250",
                    RulePresets.STATUSPEOPLE_SUSPICIOUS,
                    BE_CAUTIOUS),
            new FollowerRule(
                    "50 followees per follower", "SocialBakers 2012, rule 1", RulePresets.FOLLOWS_50_TO_1, BE_CAUTIOUS),
            new FollowerRule(
                    "any SocialBakers rule",
                    "SocialBakers 2012, four of its eight rules: the others need the texts of posts, or places",
                    RulePresets.SOCIALBAKERS_SUSPICIOUS,
                    BE_CAUTIOUS),
            new FollowerRule(
                    "fewer signs of a person than not",
                    "after Camisani-Calzolari 2012, as told by Cresci et al. 2015: picture, bio, 30 followers, 50 posts, in a"
                            + " list, half as many followers as followees; its other signs are not in an export",
                    RulePresets.FEW_SIGNS_OF_A_PERSON,
                    BE_CAUTIOUS),
            new FollowerRule(
                    "never posted",
                    "one of SocialBakers' rules, often used alone",
                    RulePresets.NEVER_POSTED,
                    BE_CAUTIOUS));
}
