package org.followerassay.ingest.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;

class XArchiveTest {
    private static final Path FIXTURE = Path.of("../datasets/fixtures/x-archive/2026-10");

    @Test
    void listsAreReadInTheOrderOfTheirPartsFollowersFirst() {
        Staged staged = Staged.of(new XArchive(), FIXTURE);

        assertEquals(
                List.of("data/follower.js", "data/follower-part1.js", "data/following.js"),
                staged.export().parts().stream()
                        .map(part -> part.entry().path())
                        .toList());
        assertEquals(
                Map.of(Owner.FOLLOWERS, 11L, Owner.FOLLOWEES, 5L),
                staged.export().stated());
        staged.assertRows("tie", """
                file                   line  follower             followee             direction
                data/follower.js        1    1786194125423378472  OWNER                followers
                data/follower.js        2    1888387759379316777  OWNER                followers
                data/follower.js        3    9999999901           OWNER                followers
                data/follower.js        4    1101996112614522882  OWNER                followers
                data/follower.js        5    1389007813883199492  OWNER                followers
                data/follower.js        6    9999999902           OWNER                followers
                data/follower.js        7    1675657127286276102  OWNER                followers
                data/follower-part1.js  1    1036405444081352712  OWNER                followers
                data/follower-part1.js  2    9999999903           OWNER                followers
                data/follower-part1.js  3    1466560608118767627  OWNER                followers
                data/follower-part1.js  4    1477794887809105932  OWNER                followers
                data/following.js       1    OWNER                959577425576984577   followees
                data/following.js       2    OWNER                1101996112614522882  followees
                data/following.js       3    OWNER                1245864351114461187  followees
                data/following.js       4    OWNER                1389007813883199492  followees
                data/following.js       5    OWNER                1786194125423378472  followees
                """);
    }
}
