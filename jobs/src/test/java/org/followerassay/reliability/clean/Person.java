package org.followerassay.reliability.clean;

/** Somebody with an account: what the person is like, decided at joining. */
final class Person {
    final int joined;
    final int language;
    final int topic;

    /** visits, relative to the middle person */
    double activity = 1;

    /** time of the last visit of the person's own accord */
    int leaves = Days.END;

    /** chance of following back somebody who follows, as long as few do */
    double courtesy;

    /** how many posts of the person are passed on per visit, on average */
    double fame;

    /** enters each giveaway that comes along */
    boolean collectsPrizes;

    /** the account was made by a form for readers, not by somebody who wanted an account */
    boolean byForm;

    Kind kind = Kind.ORDINARY;

    /** place among all, in the order of joining; −1 until all are known */
    int number = -1;

    long id;

    Person(int joined, int language, int topic) {
        this.joined = joined;
        this.language = language;
        this.topic = topic;
    }

    boolean uses(int at) {
        return at >= joined && at < leaves;
    }
}
