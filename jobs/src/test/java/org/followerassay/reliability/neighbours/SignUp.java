package org.followerassay.reliability.neighbours;

import java.util.List;

/**
 * What happens in the first minutes of an account: who invited it, whom the phone book holds, what is suggested in that town that
 * month; and whom the phone books of others tell about it.
 *
 * <p>Those who sign up in one place and month see one list in one order, and one in twenty taps "follow all". So honest accounts of
 * nearly the same age share runs of followees, as on most networks.
 */
final class SignUp {
    private static final double FOLLOW_ALL = 0.05;

    private final People people;
    private final Ties ties;
    private final Search search;
    private final Agenda agenda;
    private final Chance chance;
    private final Rhythm rhythm;

    SignUp(People people, Ties ties, Search search, Agenda agenda, Chance chance, Rhythm rhythm) {
        this.people = people;
        this.ties = ties;
        this.search = search;
        this.agenda = agenda;
        this.chance = chance;
        this.rhythm = rhythm;
    }

    Account of(Town town, int age) {
        long at = agenda.now();
        Account person = people.person(at, town, age);
        invited(person);
        contacts(person);
        suggested(person);
        search.plan(person);
        return person;
    }

    /** Until the opening everybody was invited, afterwards a fifth comes by a friend's link. */
    private void invited(Account person) {
        if (agenda.now() > Timeline.OPENED && !chance.happens(0.2)) {
            return;
        }
        List<Account> circle = person.circles.get(chance.below(person.circles.size())).members;
        List<Account> hosts = circle.size() > 1 ? circle : person.town.members;
        Account host = hosts.get(chance.below(hosts.size()));
        if (!host.isPage() && host != person) {
            soon(person, host, 60);
            agenda.plan(rhythm.after(agenda.now(), 6), () -> ties.follow(host, person));
        }
    }

    private void contacts(Account person) {
        boolean imports = person.traits.importsContacts();
        for (Circle circle : person.circles) {
            for (Account other : circle.members) {
                if (other != person && chance.happens(circle.known)) {
                    if (chance.happens(imports ? 0.45 : 0.06)) {
                        soon(person, other, 240);
                    }
                    if (other.traits.importsContacts() && other.isActive(agenda.now()) && chance.happens(0.3)) {
                        agenda.plan(rhythm.after(agenda.now(), 30), () -> ties.follow(other, person));
                    }
                }
            }
        }
    }

    private void suggested(Account person) {
        boolean all = chance.happens(FOLLOW_ALL);
        double eager = chance.happens(0.45) ? 0 : 0.55 * chance.share();
        long at = agenda.now() + 200 + chance.below(200);
        for (int suggestion : person.town.suggestions) {
            Account account = ties.account(suggestion);
            if (all || chance.happens(eager)) {
                agenda.plan(at, () -> ties.follow(person, account));
            }
            at += all ? 0 : 2 + chance.below(12);
            eager *= 0.9; // what is further down is seen by fewer
        }
    }

    private void soon(Account person, Account other, int seconds) {
        agenda.plan(agenda.now() + 20 + chance.below(seconds), () -> ties.follow(person, other));
    }
}
