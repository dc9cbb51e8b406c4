package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DealTest {
    private static final Deal WON = Deal.won("D1", day("2024-03-20"))
            .createdOn(day("2024-01-01"))
            .stage("Won")
            .owner("ann")
            .amount(new BigDecimal("900"))
            .expectedCloseOn(day("2024-03-20"))
            .changes(List.of(
                    stage("2024-01-01", "", "Qualify"),
                    stage("2024-01-20", "Qualify", "Propose"),
                    owner("2024-02-01", "bob", "ann"),
                    amount("2024-02-10", "1000", "1200"),
                    promise("2024-02-15", "2024-02-28", "2024-03-31"),
                    stage("2024-03-20", "Propose", "Won"),
                    amount("2024-03-20", "1200", "900"),
                    promise("2024-03-20", "2024-03-31", "2024-03-20")));

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, OPEN, Qualify, bob, 1000, 2024-02-28, 1",
        "2024-01-19, OPEN, Qualify, bob, 1000, 2024-02-28, 1",
        "2024-01-20, OPEN, Propose, bob, 1000, 2024-02-28, 2",
        "2024-02-01, OPEN, Propose, ann, 1000, 2024-02-28, 3",
        "2024-02-10, OPEN, Propose, ann, 1200, 2024-02-28, 4",
        "2024-02-15, OPEN, Propose, ann, 1200, 2024-03-31, 5",
        "2024-03-19, OPEN, Propose, ann, 1200, 2024-03-31, 5",
        "2024-03-20, WON, Won, ann, 900, 2024-03-20, 8",
        "2024-06-30, WON, Won, ann, 900, 2024-03-20, 8"
    })
    void hasOnEachDayWhatItsChangesSay(
            LocalDate asOf,
            Outcome outcome,
            String stage,
            String owner,
            String amount,
            LocalDate promise,
            int changes) {
        Deal then = WON.knownAt(asOf, LoggedFields.NONE).orElseThrow();

        assertThat(then.outcome()).isEqualTo(outcome);
        assertThat(then.closedOn()).isEqualTo(outcome == Outcome.OPEN ? Optional.empty() : WON.closedOn());
        assertThat(then.stage()).isEqualTo(stage);
        assertThat(then.owner()).isEqualTo(owner);
        assertThat(then.amount()).contains(new BigDecimal(amount));
        assertThat(then.expectedCloseOn()).contains(promise);
        assertThat(then.changes()).hasSize(changes);
    }

    /** Later changes do not even tell what they replaced. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-01, Qualify, , ",
        "2024-02-09, Propose, , ",
        "2024-02-10, Propose, 1200, ",
        "2024-03-19, Propose, 1200, 2024-03-31"
    })
    void withoutWhatHappenedLaterItHasOnlyWhatWasEnteredUntilThen(
            LocalDate asOf, String stage, BigDecimal amount, LocalDate promise) {
        Deal then = WON.untouchedAfter(asOf, LoggedFields.NONE).orElseThrow();

        assertThat(then.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(then.stage()).isEqualTo(stage);
        assertThat(then.amount()).isEqualTo(Optional.ofNullable(amount));
        assertThat(then.expectedCloseOn()).isEqualTo(Optional.ofNullable(promise));
    }

    @Test
    void isNotKnownBeforeItIsCreated() {
        assertThat(WON.knownAt(day("2023-12-31"), LoggedFields.NONE)).isEmpty();
        assertThat(WON.untouchedAfter(day("2023-12-31"), LoggedFields.NONE)).isEmpty();
    }

    @Test
    void aValueThatWasEmptyOnceIsEmptyThen() {
        Deal deal = Deal.open("D2")
                .createdOn(day("2024-01-01"))
                .amount(BigDecimal.TEN)
                .expectedCloseOn(day("2024-05-01"))
                .changes(List.of(amount("2024-02-01", "", "10"), promise("2024-03-01", "", "2024-05-01")));
        Deal then = deal.knownAt(day("2024-01-15"), LoggedFields.NONE).orElseThrow();

        assertThat(then.amount()).isEmpty();
        assertThat(then.expectedCloseOn()).isEmpty();
        assertThat(deal.knownAt(day("2024-02-01"), LoggedFields.NONE)
                        .orElseThrow()
                        .amount())
                .contains(BigDecimal.TEN);
    }

    /** Of ten closed deals with changes of the amount, in nine the last change leads to the amount they have. */
    @Test
    void aLogIsCompleteWhenItEndsWithWhatTheDealsHave() {
        LoggedFields nine =
                LoggedFields.of(Stream.concat(closed(9, "900"), closed(1, "1")).toList());
        LoggedFields eight =
                LoggedFields.of(Stream.concat(closed(8, "900"), closed(2, "1")).toList());
        LoggedFields open =
                LoggedFields.of(Stream.concat(closed(9, "900"), stillOpen(5)).toList());

        assertThat(nine.isComplete(DealChange.AMOUNT)).isTrue();
        assertThat(eight.isComplete(DealChange.AMOUNT)).isFalse();
        assertThat(eight.isKnown(DealChange.AMOUNT)).isTrue();
        assertThat(open.isComplete(DealChange.AMOUNT)).isTrue();
        assertThat(nine.isKnown(DealChange.STAGE)).isFalse();
        assertThat(nine.isComplete(DealChange.STAGE)).isFalse();
    }

    /** With a complete log, no change means the same value all along; with any other log nothing is known of it. */
    @Test
    void aClosedDealWithoutChangesHadItsAmountAllAlongWhenTheLogIsComplete() {
        Deal silent = Deal.won("silent", day("2024-03-01"))
                .createdOn(day("2024-01-01"))
                .amount(new BigDecimal("77"));
        LocalDate exported = day("2024-06-30");
        LocalDate then = day("2024-02-01");
        DealHistory complete = DealHistory.knownAt(
                exported, Stream.concat(closed(10, "900"), Stream.of(silent)).toList());
        DealHistory incomplete = DealHistory.knownAt(
                exported, Stream.concat(closed(10, "1"), Stream.of(silent)).toList());

        assertThat(amountOf("silent", complete.knownAt(then))).contains(new BigDecimal("77"));
        assertThat(amountOf("silent", incomplete.knownAt(then))).isEmpty();
    }

    /** Where changes at closing are not on record, a closed deal brings what its row says. */
    @Test
    void aClosedDealEndsWithItsRowUnlessAllChangesAreOnRecord() {
        LocalDate exported = day("2024-06-30");
        DealHistory complete = DealHistory.knownAt(
                exported, Stream.concat(closed(19, "900"), closed(1, "1")).toList());
        DealHistory incomplete = DealHistory.knownAt(exported, closed(10, "1").toList());

        assertThat(complete.isComplete(DealChange.AMOUNT)).isTrue();
        assertThat(amountOf("C10", complete)).contains(new BigDecimal("1"));
        assertThat(incomplete.isComplete(DealChange.AMOUNT)).isFalse();
        assertThat(amountOf("C10", incomplete)).contains(new BigDecimal("900.00"));
    }

    private static Optional<BigDecimal> amountOf(String id, DealHistory history) {
        return history.deals().stream()
                .filter(deal -> deal.id().equals(id))
                .findFirst()
                .orElseThrow()
                .amount();
    }

    private static Stream<Deal> closed(int count, String lastChange) {
        return IntStream.range(0, count)
                .mapToObj(i -> Deal.won("C" + lastChange + i, day("2024-03-20"))
                        .createdOn(day("2024-01-01"))
                        .amount(new BigDecimal("900.00"))
                        .attributes(Map.of("segment", "Small"))
                        .changes(List.of(amount("2024-03-20", "1000", lastChange))));
    }

    private static Stream<Deal> stillOpen(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Deal.open("O" + i)
                        .createdOn(day("2024-01-01"))
                        .amount(new BigDecimal("5"))
                        .changes(List.of(amount("2024-02-20", "1000", "6"))));
    }

    private static DealChange stage(String on, String before, String after) {
        return new DealChange(DealChange.STAGE, day(on), before, after);
    }

    private static DealChange owner(String on, String before, String after) {
        return new DealChange(DealChange.OWNER, day(on), before, after);
    }

    private static DealChange amount(String on, String before, String after) {
        return new DealChange(DealChange.AMOUNT, day(on), before, after);
    }

    private static DealChange promise(String on, String before, String after) {
        return new DealChange(DealChange.EXPECTED_CLOSE, day(on), before, after);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
