package org.kvartal.ingest.quality;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.quality.Deals.deal;

class JudgeTest {
    private final Judge judge =
            new Judge(Deals.TABLE, new RowCheck(Deals.TABLE, List.of(Deals.TOO_SMALL, Deals.NO_AMOUNT)));

    @Test
    void loadsARowWithWhichNothingIsWrong() {
        assertThat(judge.judge(deal("crm:1", "10.00").atLine(2))).isEqualTo(Judgement.of(Status.LOADED, List.of()));
    }

    @Test
    void loadsARowThatBreaksARuleWhichOnlyWarns() {
        assertThat(judge.judge(
                        deal("crm:1", "0").with("amount", null).breaking(1).atLine(2)))
                .isEqualTo(Judgement.of(
                        Status.LOADED,
                        List.of(new Issue("amount", null, "no-amount", Severity.WARNING, "Enter the amount."))));
    }

    @Test
    void quarantinesARowWithEverythingThatIsWrongWithIt() {
        assertThat(judge.judge(
                        deal("crm:1", "0.50").with("outcome", null).breaking(0).atLine(2)))
                .isEqualTo(Judgement.of(
                        Status.QUARANTINED,
                        List.of(
                                new Issue("outcome", null, "required", Severity.QUARANTINE, "outcome has no value"),
                                new Issue(
                                        "amount",
                                        "0.50",
                                        "too-small",
                                        Severity.QUARANTINE,
                                        "A deal is worth something."))));
    }

    @Test
    void leavesOutAFilteredRowWithoutLookingAtIt() {
        assertThat(judge.judge(deal("crm:1", "0.50")
                        .breaking(0)
                        .filteredBy("test-deals")
                        .atLine(2)))
                .isEqualTo(Judgement.filteredBy("test-deals"));
    }

    @Test
    void leavesOutExactCopiesWhereverTheyStand() {
        judge.judge(deal("crm:1", "10.00").atLine(2));

        assertThat(judge.judge(deal("crm:1", "10.00").atLine(3)).status()).isEqualTo(Status.DEDUPLICATED);
        assertThat(judge.judge(deal("crm:1", "10.00").atLine(9)).status()).isEqualTo(Status.DEDUPLICATED);
        assertThat(judge.judge(deal("crm:2", "10.00").atLine(10)).status()).isEqualTo(Status.LOADED);
    }

    @Test
    void quarantinesARowThatContradictsTheOneThatStands() {
        judge.judge(deal("crm:1", "10.00").atLine(2));

        assertThat(judge.judge(deal("crm:1", "11.00").atLine(3)))
                .isEqualTo(Judgement.of(
                        Status.QUARANTINED,
                        List.of(new Issue(
                                "deal_id",
                                "crm:1",
                                "unique-key",
                                Severity.QUARANTINE,
                                "another row has the same deal_id and other values; keep one of them"))));
        assertThat(judge.judge(deal("crm:1", "10.00").atLine(4)).status())
                .as("a copy of the row that stands")
                .isEqualTo(Status.DEDUPLICATED);
    }

    @Test
    void letsAGoodRowStandAfterARejectedOneOfTheSameKey() {
        judge.judge(deal("crm:1", "0.50").breaking(0).atLine(2));
        judge.judge(deal("crm:1", "12.00").filteredBy("test-deals").atLine(3));

        assertThat(judge.judge(deal("crm:1", "10.00").atLine(4)).status()).isEqualTo(Status.LOADED);
    }

    @Test
    void writesAKeyAsPeopleDo() {
        assertThat(judge.keyText(deal("crm:1", "10.00").atLine(2))).isEqualTo("crm:1");
        assertThat(judge.keyText(deal("crm:1", "10.00").with("deal_id", null).atLine(2)))
                .isEmpty();
    }
}
