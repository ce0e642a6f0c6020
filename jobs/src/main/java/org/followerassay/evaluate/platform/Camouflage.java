package org.followerassay.evaluate.platform;

/** What vendors' accounts follow besides their customers, so as not to stand out (Hooi et al., KDD 2016). */
public enum Camouflage {
    /** Nobody. */
    NONE,
    /** As many others as customers, anybody. */
    RANDOM,
    /** As many others as customers, in proportion to their followers. */
    BIASED,
    /** Accounts of real people, taken over with what they follow. */
    HIJACKED
}
