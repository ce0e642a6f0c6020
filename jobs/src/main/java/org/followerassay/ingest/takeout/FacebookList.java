package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.followerassay.ingest.format.JsonArrayReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Times;

/** The people in one file of a Facebook export, and what it means to be in that file. */
abstract class FacebookList extends JsonArrayReader {
    private static final long serialVersionUID = 1L;

    private final KnownBy known;
    private final Occurrences timeless = new Occurrences();

    private FacebookList(List<String> array, KnownBy known) {
        super(array);
        this.known = known;
    }

    /** Those who follow the owner, or whom the owner follows. They may be many, so the time always tells namesakes. */
    static FacebookList follows(List<String> array, String direction, KnownBy known) {
        return new FacebookList(array, known) {
            private static final long serialVersionUID = 1L;

            @Override
            protected void person(FacebookPerson person, RowSink rows) {
                tie(direction, named(person, micros(person), rows), person, rows);
            }
        };
    }

    /** The owner's friends, each of whom follows the owner and is followed by the owner. */
    static FacebookList friends(List<String> array, Namesakes namesakes, KnownBy known) {
        return new FacebookList(array, known) {
            private static final long serialVersionUID = 1L;

            @Override
            protected void person(FacebookPerson person, RowSink rows) {
                Long since = micros(person);
                String name = named(person, since == null ? null : namesakes.telling(person.name(), since), rows);
                tie(Owner.FOLLOWERS, name, person, rows);
                tie(Owner.FOLLOWEES, name, person, rows);
            }
        };
    }

    /** Those who were the owner's friends until a time. Who of the two ended it is not said. */
    static FacebookList removals(List<String> array, KnownBy known) {
        return new FacebookList(array, known) {
            private static final long serialVersionUID = 1L;

            @Override
            public Set<String> columns() {
                return Set.of("follower", "followee", "change", "earliest", "latest");
            }

            @Override
            protected void person(FacebookPerson person, RowSink rows) {
                if (person.time() == null) {
                    rows.reject(RejectReason.MISSING_CELL, "timestamp is missing");
                    return;
                }
                String name = named(person, null, 1);
                unfollow(Owner.FOLLOWERS, name, person, rows);
                unfollow(Owner.FOLLOWEES, name, person, rows);
            }
        };
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "followed_at");
    }

    /** Says what one person is; the name is not null. */
    protected abstract void person(FacebookPerson person, RowSink rows);

    @Override
    protected final void element(String array, JsonNode element, RowSink rows) {
        FacebookPerson person = FacebookPerson.of(element);
        if (person.name() == null) {
            rows.reject(RejectReason.BAD_RECORD, "the element has neither name, title nor string_list_data");
        } else if (person.time() != null && micros(person) == null) {
            rows.reject(RejectReason.BAD_TIME, "timestamp '" + person.time() + "' is not a time between 1970 and 2100");
        } else {
            person(person, rows);
        }
    }

    static Long micros(FacebookPerson person) {
        OptionalLong time = person.time() == null ? OptionalLong.empty() : Times.parse(person.time());
        return time.isPresent() ? (Long) time.getAsLong() : null;
    }

    /** Without a time, two rows of one name are two people. */
    String named(FacebookPerson person, Long since, RowSink rows) {
        return named(person, since, person.time() == null ? timeless.of(person.name(), rows) : 1);
    }

    String named(FacebookPerson person, Long since, int occurrence) {
        return known.person(person.name(), since, occurrence);
    }

    private static void tie(String direction, String name, FacebookPerson person, RowSink rows) {
        rows.listed(direction)
                .name(Owner.otherEnd(direction), name)
                .time("followed_at", person.time())
                .keep();
    }

    private static void unfollow(String direction, String name, FacebookPerson person, RowSink rows) {
        rows.ownersEvent(direction)
                .name(Owner.otherEnd(direction), name)
                .text("change", "unfollow")
                .time("earliest", person.time())
                .time("latest", person.time())
                .keep();
    }
}
