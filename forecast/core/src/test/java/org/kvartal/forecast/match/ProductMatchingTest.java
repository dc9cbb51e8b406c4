package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.match.Judgement.Verdict;
import org.kvartal.forecast.match.MatchQuestion.Partners;
import org.kvartal.forecast.match.Proposal.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProductMatchingTest {
    private static final double PRECISION = 0.95;

    private static MatchQuestion question(Partners partners) {
        return new MatchQuestion(List.of(), List.of(), partners, PRECISION);
    }

    /** Share of accepted pairs that are right, and of right pairs that are accepted, of products without a label. */
    private record Found(double precision, double recall, double recallWithReview) {
        static Found of(HardCatalogue lists, MatchResult result, List<String> labelled) {
            List<Proposal> judged = result.proposals().stream()
                    .filter(pair -> !labelled.contains(pair.other().id()))
                    .toList();
            long truths = lists.truth().keySet().stream()
                    .filter(other -> !labelled.contains(other))
                    .count();
            long accepted = judged.stream().filter(Proposal::isMatch).count();
            long right = judged.stream()
                    .filter(pair -> pair.isMatch() && isRight(lists, pair))
                    .count();
            long seen = judged.stream()
                    .filter(pair -> pair.status() == Status.REVIEW && isRight(lists, pair))
                    .count();
            return new Found((double) right / accepted, (double) right / truths, (double) (right + seen) / truths);
        }

        private static boolean isRight(HardCatalogue lists, Proposal pair) {
            return pair.own().id().equals(lists.truth().get(pair.other().id()));
        }
    }

    @Test
    void findsTheSameProductsOfTwoShopsWithoutBeingTaught() {
        HardCatalogue lists = new HardCatalogue(600, 1);
        Found one = Found.of(lists, ProductMatching.of(lists.own(), lists.others(), question(Partners.ONE)), List.of());
        assertThat(one.precision()).isGreaterThan(0.98);
        assertThat(one.recall()).isGreaterThan(0.65);
        assertThat(one.recallWithReview()).isGreaterThan(0.88);
        Found many =
                Found.of(lists, ProductMatching.of(lists.own(), lists.others(), question(Partners.MANY)), List.of());
        assertThat(many.precision()).isGreaterThan(0.88);
        assertThat(many.recall()).isGreaterThan(0.65);
    }

    @Test
    void learnsFromJudgedPairsAndKeepsThePrecisionAskedForOnTheOthers() {
        HardCatalogue lists = new HardCatalogue(600, 2);
        List<Judgement> labels = labels(lists, 250);
        List<String> labelled = labels.stream().map(Judgement::other).toList();
        MatchResult result = ProductMatching.of(
                lists.own(), lists.others(), new MatchQuestion(labels, List.of(), Partners.ONE, PRECISION));
        MatchAccuracy accuracy = result.accuracy().orElseThrow();
        assertThat(accuracy.right()).isEqualTo(labels.size());
        assertThat(accuracy.precision().value()).isGreaterThanOrEqualTo(PRECISION);
        Found found = Found.of(lists, result, labelled);
        assertThat(found.precision()).isGreaterThan(0.95);
        assertThat(found.recall()).isGreaterThan(0.8);
        assertThat(accuracy.recall().wilson(0.999).low()).isLessThan(found.recall());
        assertThat(accuracy.recall().wilson(0.999).high()).isGreaterThan(found.recall());
    }

    private static List<Judgement> labels(HardCatalogue lists, int most) {
        List<String> others = new ArrayList<>(lists.truth().keySet());
        Collections.shuffle(others, new Random(5));
        return others.stream()
                .limit(most)
                .map(other -> new Judgement(lists.truth().get(other), other, Verdict.MATCH))
                .toList();
    }

    @Test
    void acceptsFewerPairsTheSurerTheyAreToBe() {
        HardCatalogue lists = new HardCatalogue(300, 3);
        long last = Long.MAX_VALUE;
        for (double precision : new double[] {0.7, 0.9, 0.97, 0.99}) {
            MatchResult result = ProductMatching.of(
                    lists.own(), lists.others(), new MatchQuestion(List.of(), List.of(), Partners.MANY, precision));
            assertThat(result.count(Status.ACCEPTED)).isPositive().isLessThanOrEqualTo(last);
            assertThat(result.expectedPrecision()).isGreaterThanOrEqualTo(precision);
            last = result.count(Status.ACCEPTED);
        }
    }

    @Test
    void holdsToWhatPeopleHaveDecided() {
        HardCatalogue lists = new HardCatalogue(200, 4);
        MatchResult before = ProductMatching.of(lists.own(), lists.others(), question(Partners.ONE));
        Proposal accepted = before.proposals().stream()
                .filter(Proposal::isMatch)
                .findFirst()
                .orElseThrow();
        MatchItem stranger = lists.own().stream()
                .filter(item ->
                        before.proposals().stream().noneMatch(pair -> pair.own().equals(item)))
                .findFirst()
                .orElseThrow();
        Proposal rejected = before.proposals().stream()
                .filter(pair -> pair.status() == Status.REJECTED)
                .findFirst()
                .orElseThrow();
        MatchResult after = ProductMatching.of(
                lists.own(),
                lists.others(),
                new MatchQuestion(
                        List.of(),
                        List.of(
                                new Judgement(
                                        accepted.own().id(), accepted.other().id(), Verdict.NO_MATCH),
                                new Judgement(stranger.id(), rejected.other().id(), Verdict.MATCH)),
                        Partners.ONE,
                        PRECISION));
        assertThat(status(after, accepted.own(), accepted.other())).isEqualTo(Status.REFUSED);
        assertThat(status(after, stranger, rejected.other())).isEqualTo(Status.CONFIRMED);
    }

    private static Status status(MatchResult result, MatchItem own, MatchItem other) {
        return result.proposals().stream()
                .filter(pair -> pair.own().equals(own) && pair.other().equals(other))
                .map(Proposal::status)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesEachProductOnePartnerWhereAsked() {
        HardCatalogue lists = new HardCatalogue(300, 6);
        MatchResult result = ProductMatching.of(lists.own(), lists.others(), question(Partners.ONE));
        List<Proposal> kept = result.proposals().stream()
                .filter(pair -> pair.isMatch() || pair.status() == Status.REVIEW)
                .toList();
        assertThat(kept).extracting(pair -> pair.own().id()).doesNotHaveDuplicates();
        assertThat(kept).extracting(pair -> pair.other().id()).doesNotHaveDuplicates();
    }

    @Test
    void givesEachProductOnePartnerOfEachSeller() {
        HardCatalogue lists = new HardCatalogue(300, 6);
        List<MatchItem> twice = lists.others().stream()
                .flatMap(item -> Stream.of(soldBy("first", item), soldBy("second", item)))
                .toList();
        MatchResult result = ProductMatching.of(lists.own(), twice, question(Partners.ONE));
        List<Proposal> accepted =
                result.proposals().stream().filter(Proposal::isMatch).toList();
        assertThat(accepted)
                .extracting(pair -> pair.own().id() + pair.other().seller())
                .doesNotHaveDuplicates();
        assertThat(accepted)
                .extracting(pair -> pair.own().id())
                .hasSizeGreaterThan(lists.truth().size());
    }

    private static MatchItem soldBy(String seller, MatchItem item) {
        return new MatchItem(
                seller + item.id(),
                item.name(),
                item.category(),
                item.brand(),
                item.price(),
                0,
                "",
                seller,
                "",
                Map.of());
    }

    @Test
    void tellsEachProductOfTheOtherListOnce() {
        HardCatalogue lists = new HardCatalogue(100, 8);
        MatchResult result = ProductMatching.of(lists.own(), lists.others(), question(Partners.ONE));
        assertThat(result.proposals().stream()
                        .map(pair -> pair.other().id())
                        .distinct()
                        .count())
                .isEqualTo(lists.others().size());
    }

    @Test
    void leavesOutTheOwnOfferUnderAnotherName() {
        MatchItem own = item("a", "Kobari orange juice 330 ml", 2, "shop/17");
        MatchResult result = ProductMatching.of(
                List.of(own), List.of(item("b", "Juice orange Kobari", 2, "shop/17")), question(Partners.MANY));
        assertThat(result.proposals()).singleElement().satisfies(pair -> {
            assertThat(pair.status()).isEqualTo(Status.SELF);
            assertThat(pair.isMatch()).isFalse();
        });
    }

    @Test
    void comparesPricesOfTheSameQuantity() {
        MatchItem own = item("a", "Kobari orange juice 6x330 ml", 5.94, "");
        Proposal pair = ProductMatching.of(
                        List.of(own), List.of(item("b", "Kobari orange juice 1,5L", 3, "")), question(Partners.MANY))
                .proposals()
                .get(0);
        UnitPrice price = pair.price().orElseThrow();
        assertThat(price.unit()).isEqualTo("l");
        assertThat(price.own()).isCloseTo(3, within(1e-9));
        assertThat(price.other()).isCloseTo(2, within(1e-9));
        assertThat(price.gapRate()).isCloseTo(0.5, within(1e-9));
        assertThat(pair.kind()).isEqualTo(Proposal.Kind.SUBSTITUTE);
        assertThat(pair.differ()).contains("size", "pack");
    }

    @Test
    void knowsNoPriceOfTheSameQuantityWhereOneSideDoesNotTellIt() {
        MatchResult result = ProductMatching.of(
                List.of(item("a", "Kobari orange juice 6x330 ml", 5.94, "")),
                List.of(item("b", "Kobari orange juice", 3, "")),
                question(Partners.MANY));
        assertThat(result.proposals().get(0).price()).isEmpty();
    }

    @Test
    void matchesNothingWithNothing() {
        MatchResult result = ProductMatching.of(List.of(), List.of(), question(Partners.ONE));
        assertThat(result.proposals()).isEmpty();
        assertThat(result.accuracy()).isEmpty();
    }

    private static MatchItem item(String id, String name, double price, String listing) {
        return new MatchItem(id, name, "", "", price, 0, "", "", listing, Map.of());
    }
}
