package org.followerassay.evaluate;

/**
 * Who follows an account, by the time since their own creation and by topic; what remains is anybody.
 *
 * @param young share of followers who created their account within days of following
 * @param youngDays their mean age on arrival
 * @param recent share of followers with an age of months on arrival
 * @param quiet share of the others who read and hardly ever post: few for a club, most for a weather service
 * @param sameTopic share of the remaining ones that are interested in the account's topic
 */
record Taste(double young, double youngDays, double recent, double quiet, double sameTopic) {
    /** Large accounts are recommended to newcomers more often than small ones. */
    static Taste ordinary(int followers, Dice dice) {
        double size = StrictMath.log(followers / 300.0) / StrictMath.log(8_000 / 300.0);
        return new Taste(
                0.10 + 0.12 * size + dice.between(0, 0.1),
                3,
                dice.between(0.15, 0.3),
                dice.fraction() * dice.between(0, 0.9),
                dice.between(0.3, 0.6));
    }

    Taste withYoung(double share, double days) {
        return new Taste(share, days, Math.min(recent, 1 - share), quiet, sameTopic);
    }
}
