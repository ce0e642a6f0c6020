package org.followerassay.reliability.clean;

import java.util.List;

/**
 * What people notice, and so whom they follow. Whoever is followed or passed on is seen by those of the same language and
 * interest, later entries hide earlier ones: preferential attachment that forgets.
 */
final class Attention {
    private final List<Person> people;
    private final Ties ties;
    private final Dice dice;
    private final Ints everywhere = new Ints();
    private final Ints[] inLanguage = new Ints[People.LANGUAGES];
    private final Ints[] onTopic = new Ints[People.LANGUAGES * People.TOPICS];
    private final Ints[] speakers = new Ints[People.LANGUAGES];

    Attention(List<Person> people, Ties ties, Dice dice) {
        this.people = people;
        this.ties = ties;
        this.dice = dice;
        for (int language = 0; language < People.LANGUAGES; language++) {
            inLanguage[language] = new Ints();
            speakers[language] = new Ints();
        }
        for (int i = 0; i < onTopic.length; i++) {
            onTopic[i] = new Ints();
        }
    }

    void joined(Person person) {
        speakers[person.language].add(person.number);
        seen(person, person);
    }

    /** @param among whose circles see it: those of the follower, or of the author of a post */
    void seen(Person person, Person among) {
        everywhere.add(person.number);
        inLanguage[among.language].add(person.number);
        onTopic[circle(among)].add(person.number);
    }

    private static int circle(Person person) {
        return person.language * People.TOPICS + person.topic;
    }

    /** Somebody whom a person comes across and does not follow yet; null if nobody new turned up. */
    Person choice(Person who) {
        for (int glance = 0; glance < 6; glance++) {
            Person whom = people.get(glance(who));
            if (whom != who && !ties.has(who, whom)) {
                return whom;
            }
        }
        return null;
    }

    private int glance(Person who) {
        double way = dice.between(0, 1);
        if (way < 0.3) {
            return friendOfFriend(who);
        }
        if (way < 0.62) {
            return recent(onTopic[circle(who)]);
        }
        if (way < 0.86) {
            return recent(inLanguage[who.language]);
        }
        return way < 0.93 ? recent(everywhere) : acquaintance(who).number;
    }

    /** Somebody whom a followee follows; whoever follows nobody sees what is new in the circle. */
    private int friendOfFriend(Person who) {
        Ints followees = ties.followees(who);
        if (followees.size() > 0) {
            Person friend = people.get(followees.get(dice.below(followees.size())));
            Ints theirs = ties.followees(friend);
            if (theirs.size() > 0) {
                return theirs.get(dice.below(theirs.size()));
            }
        }
        return recent(onTopic[circle(who)]);
    }

    /** Somebody known from outside the platform. */
    Person acquaintance(Person who) {
        Ints known = speakers[who.language];
        return people.get(known.get(dice.below(known.size())));
    }

    private int recent(Ints stream) {
        int back = (int) dice.exponential(200 + 0.04 * stream.size());
        return stream.get(back < stream.size() ? stream.size() - 1 - back : dice.below(stream.size()));
    }
}
