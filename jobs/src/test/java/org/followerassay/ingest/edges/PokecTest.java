package org.followerassay.ingest.edges;

import java.nio.file.Path;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;

class PokecTest {
    private static final Path BOTH = Path.of("../datasets/fixtures/pokec/both");

    @Test
    void whoDeclaredTheFriendshipFollows() {
        Staged.of(new Pokec(), BOTH.resolve("soc-pokec-relationships.txt")).assertRows("tie", """
                line  follower  followee
                1     1         2
                2     2         1
                3     3         1
                4     4         1
                """);
    }

    @Test
    void aProfileTellsTheRegistrationAndWhetherTheListIsWhole() {
        Staged staged = Staged.of(new Pokec(), BOTH);

        staged.assertRows("profile", """
                line  account  created_at
                1     1        2005-04-03
                2     2        2009-11-30
                3     3        -
                """);
        staged.assertRows("list", """
                line  account  direction  complete  reason
                2     2        followees  false     not all its friendships are public
                """);
        staged.assertRows("rejected", """
                file                         line  code              explanation
                soc-pokec-relationships.txt  5     bad_id            followee 'null' is not an id
                soc-pokec-profiles.txt       4     bad_time          created_at '31.12.2010' is not a time between 1970 and 2100
                soc-pokec-profiles.txt       5     bad_id            user_id is not an id
                soc-pokec-profiles.txt       6     wrong_cell_count  2 cells instead of 7 or more, parted by tabs
                """);
    }
}
