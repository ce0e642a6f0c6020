package org.followerassay.evaluate;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.testkit.Drawings.DAY_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.followerassay.evaluate.Truth.PlantedAccount;
import org.followerassay.flow.AssayException;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two customers, a mass follower, a look-alike and an ordinary account, with a handful of followers each. */
@ExtendWith(SparkTest.class)
class EvaluationTest {
    @TempDir
    Path truth;

    private Drawings draw;

    @BeforeEach
    void plant(Drawings drawings) throws IOException {
        draw = drawings;
        write(
                "accounts.csv",
                "account,role,kind,planted_share,pattern,vendor",
                id("buyer") + ",customer,batch_lot,0.500000,burst,shared-1",
                id("dripper") + ",customer,batch_lot,0.333333,drip,shared-1",
                id("harvester") + ",actor,mass_follow_then_unfollow,0.000000,,",
                id("viral") + ",look_alike,viral_day,0.000000,,",
                id("plain") + ",clean,ordinary,0.000000,,");
        write(
                "followers.csv.gz",
                "followee,follower,label,lot",
                tie("buyer", "b1", "bought,1"),
                tie("buyer", "b2", "bought,1"),
                tie("buyer", "gone", "bought,1"),
                tie("buyer", "o1", "organic,"),
                tie("buyer", "o2", "organic,"),
                tie("dripper", "b1", "bought,1"),
                tie("dripper", "o1", "organic,"),
                tie("dripper", "o3", "organic,"),
                tie("viral", "o1", "organic,"),
                tie("plain", "o2", "organic,"),
                tie("plain", "o3", "organic,"),
                tie("plain", "o4", "organic,"),
                tie("plain", "o5", "organic,"));
    }

    @Test
    void everythingFoundAndNobodyNamedPasses() {
        Scores scores = evaluate(
                finding("buyer", "arrivals", "strong"),
                finding("dripper", "arrivals", "moderate"),
                finding("dripper", "audience", "weak"),
                finding("harvester", "behaviour", "strong"),
                finding("viral", "arrivals", "weak"),
                finding("viral", "behaviour", "moderate"),
                finding("plain", "audience", "strong"));

        assertTrue(scores.passes(), scores.text());
        assertEquals(new Agreement(2, 2, 2), scores.onArrivals());
        assertEquals(new Agreement(1, 2, 1), scores.verdicts().onBehaviour());
    }

    @Test
    void aMissedCustomerFailsAndIsListed() {
        Scores scores = evaluate(finding("buyer", "arrivals", "strong"), finding("harvester", "behaviour", "strong"));

        assertFalse(scores.passes());
        String missed = "Missed: " + id("dripper") + ", batch_lot, drip, 33.3 % bought from shared-1";
        assertTrue(scores.text().contains(missed), scores.text());
    }

    @Test
    void aWeakFindingFindsNobody() {
        Scores scores = evaluate(
                finding("buyer", "arrivals", "strong"),
                finding("dripper", "arrivals", "weak"),
                finding("harvester", "behaviour", "strong"));

        assertFalse(scores.passes());
    }

    @Test
    void aMassFollowerIsNotFoundByItsArrivals() {
        Scores scores = evaluate(
                finding("buyer", "arrivals", "strong"),
                finding("dripper", "arrivals", "strong"),
                finding("harvester", "arrivals", "strong"));

        assertFalse(scores.passes());
        assertEquals(new Agreement(2, 3, 2), scores.onArrivals());
    }

    @Test
    void aLookAlikeNamedForItsArrivalsFails() {
        Scores scores = evaluate(
                finding("buyer", "arrivals", "strong"),
                finding("dripper", "arrivals", "strong"),
                finding("viral", "arrivals", "moderate"),
                finding("harvester", "behaviour", "strong"));

        assertFalse(scores.passes());
        String named = "Named for arrivals without cause: " + id("viral") + ", viral_day";
        assertTrue(scores.text().contains(named), scores.text());
        assertTrue(
                scores.text().contains("0.667 (0.208-0.939), 2 of 3        1.000 (0.342-1.000), 2 of 2"),
                scores.text());
    }

    @Test
    void anAccountThatWasNotAuditedCountsAsInnocent() {
        Scores scores = evaluate(
                finding("buyer", "arrivals", "strong"),
                finding("dripper", "arrivals", "strong"),
                finding("o1", "arrivals", "strong"),
                finding("harvester", "behaviour", "strong"));

        assertFalse(scores.passes());
        assertEquals(new Agreement(2, 3, 2), scores.onArrivals());
    }

    /** A share of 5 % may be missed; it is listed all the same. */
    @Test
    void onlySharesOfTenToEightyPerCentHaveToBeFound() throws IOException {
        write(
                "accounts.csv",
                "account,role,kind,planted_share,pattern,vendor",
                id("buyer") + ",customer,batch_lot,0.050000,burst,shared-1");

        Scores scores = evaluate();

        assertTrue(scores.passes());
        assertEquals(1, scores.verdicts().missed().size());
    }

    /** "gone" had left before the newest snapshot; b2 matched twice and counts once; o9 follows nobody audited. */
    @Test
    void tiesAreScoredOnceEachInTheNewestSnapshot() {
        Scores scores = Evaluation.of(
                inputs(finding("buyer", "arrivals", "strong"))
                        .with(
                                SIGNATURE_MATCHES,
                                draw.rows(
                                        SIGNATURE_MATCHES,
                                        List.of("snapshot", "followee", "follower", "signature", "excess_share"),
                                        match("buyer", "b1", "lots"),
                                        match("buyer", "b2", "lots"),
                                        match("buyer", "b2", "lots"),
                                        match("buyer", "b2", "shared_audience"),
                                        match("buyer", "gone", "lots"),
                                        match("dripper", "o3", "shared_audience"),
                                        match("o1", "o9", "lots"))),
                draw.session(),
                truth.toString());

        assertEquals(
                "{lots=%s, shared_audience=%s, any of them=%s}"
                        .formatted(new Agreement(2, 2, 3), new Agreement(1, 2, 3), new Agreement(2, 3, 3)),
                scores.followers().toString());
    }

    /** b1 and b2 never posted: half of the buyer's four followers, a third of the dripper's, none of the others'. */
    @Test
    void publishedRulesAreScoredOnTheSameData() {
        Baselines.Scored neverPosted = evaluate().baselines().stream()
                .filter(scored -> scored.rule().name().equals("never posted"))
                .findFirst()
                .orElseThrow();

        assertEquals(new Agreement(2, 2, 2), neverPosted.accounts());
        assertEquals(new Agreement(3, 3, 3), neverPosted.followers());
    }

    @Test
    void theBestThresholdIsTheOneThatAgreesMost() {
        Baselines.Scored ratio = evaluate().baselines().stream()
                .filter(scored -> scored.rule().name().equals("50 followees per follower"))
                .findFirst()
                .orElseThrow();

        assertEquals(new Agreement(2, 3, 2), ratio.accounts(), "a quarter of the plain account's followers, too");
        assertEquals(1.0 / 3, ratio.bestThreshold(), 1e-9);
        assertEquals(new Agreement(2, 2, 2), ratio.bestAccounts());
    }

    @Test
    void aTruthOfAnotherExportIsRefused() throws IOException {
        write("followers.csv.gz", "followee,follower,label,lot", "77,78,organic,");
        AssayException refused = assertThrows(AssayException.class, this::evaluate);
        assertEquals(AssayException.Kind.BAD_INPUT, refused.kind());
        assertTrue(refused.getMessage().contains("name the truth of the export that was analysed"));
    }

    @Test
    void aMissingTruthIsNamed() {
        AssayException refused =
                assertThrows(AssayException.class, () -> Evaluation.of(inputs(), draw.session(), truth + "/elsewhere"));
        assertTrue(refused.getMessage().contains("/elsewhere/accounts.csv"), refused.getMessage());
    }

    @Test
    void aRateOfNothingHasNoShare() {
        assertEquals("none to count", new Rate(0, 0).text());
        assertEquals("1.000 (0.839-1.000), 20 of 20", new Rate(20, 20).text());
        assertEquals("0.000 (0.000-0.161), 0 of 20", new Rate(0, 20).text());
    }

    @Test
    void shareOfTheTruthIsKept() {
        assertEquals(
                List.of(0.5, 0.333333, 0.0, 0.0, 0.0),
                Truth.read(draw.session(), truth.toString()).accounts().stream()
                        .map(PlantedAccount::share)
                        .toList());
    }

    private Scores evaluate(Object[]... findings) {
        return Evaluation.of(inputs(findings), draw.session(), truth.toString());
    }

    private TestInputs inputs(Object[]... findings) {
        return new TestInputs(draw.session())
                .with(
                        FOLLOWS,
                        draw.followerList("2025-12-01T00:00:00Z", "buyer", "gone", "b1")
                                .unionByName(draw.followerList("2026-01-01T00:00:00Z", "buyer", "o1", "b1", "b2", "o2"))
                                .unionByName(draw.followerList("2026-01-01T00:00:00Z", "dripper", "o1", "b1", "o3"))
                                .unionByName(draw.followerList("2026-01-01T00:00:00Z", "viral", "o1"))
                                .unionByName(
                                        draw.followerList("2026-01-01T00:00:00Z", "plain", "o2", "o3", "o4", "o5")))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS,
                                List.of("snapshot", "account", "posts", "followers", "followees"),
                                profile("b1", 0, 1, 100),
                                profile("b2", 0, 5, 100),
                                profile("o1", 12, 3, 100),
                                profile("o2", 90, 2, 2_000),
                                profile("o3", 400, 800, 300)))
                .with(
                        FINDINGS,
                        draw.rows(FINDINGS, List.of("snapshot", "account", "signature", "axis", "tier"), findings));
    }

    private Object[] finding(String account, String axis, String tier) {
        return new Object[] {DAY_1, id(account), "lots", axis, tier};
    }

    private Object[] match(String followee, String follower, String signature) {
        return new Object[] {DAY_1, id(followee), id(follower), signature, 1.0};
    }

    private Object[] profile(String account, long posts, long followers, long followees) {
        return new Object[] {DAY_1, id(account), posts, followers, followees};
    }

    private String tie(String followee, String follower, String label) {
        return id(followee) + "," + id(follower) + "," + label;
    }

    private long id(String name) {
        return draw.id(name);
    }

    private void write(String file, String... lines) throws IOException {
        // Spark's local files carry a checksum beside them, which a rewritten file would contradict.
        Files.deleteIfExists(truth.resolve("." + file + ".crc"));
        try (var bytes = Files.newOutputStream(truth.resolve(file));
                Writer out = new OutputStreamWriter(
                        file.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes, StandardCharsets.UTF_8)) {
            for (String line : (Iterable<String>) Stream.of(lines)::iterator) {
                out.write(line + "\n");
            }
        }
    }
}
