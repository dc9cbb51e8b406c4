package org.kvartal.ingest.quality;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.quality.Deals.deal;

class RowCheckTest {
    private final RowCheck check = new RowCheck(Deals.TABLE, List.of(Deals.TOO_SMALL, Deals.NO_AMOUNT));

    @Test
    void findsNothingWrongWithARowThatKeepsToItsDeclaration() {
        MappedRow row =
                deal("crm:1", "10.00").with("share", 0.5).with("pieces", 3L).atLine(2);
        assertThat(check.issues(row)).isEmpty();
    }

    @Test
    void namesTheTypeThatATextIsNot() {
        MappedRow row = deal("crm:1", "10.00")
                .unconverted("closed_on", "2024-02-30")
                .unconverted("pieces", "many")
                .atLine(2);
        assertThat(check.issues(row))
                .containsExactly(
                        rejection("closed_on", "2024-02-30", "type", "closed_on is not a date"),
                        rejection("pieces", "many", "type", "pieces is not an integer"));
    }

    @Test
    void missesARequiredValue() {
        MappedRow row = deal("crm:1", "10.00").with("deal_id", null).atLine(2);
        assertThat(check.issues(row)).containsExactly(rejection("deal_id", null, "required", "deal_id has no value"));
    }

    @Test
    void listsTheValuesThatAreAllowed() {
        MappedRow row = deal("crm:1", "10.00").with("outcome", "Won").atLine(2);
        assertThat(check.issues(row))
                .containsExactly(rejection("outcome", "Won", "allowed", "outcome is not one of won, lost, open"));
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        MappedRow endless =
                deal("crm:1", "10.00").with("share", Double.POSITIVE_INFINITY).atLine(2);
        MappedRow none = deal("crm:1", "10.00").with("share", Double.NaN).atLine(2);
        assertThat(check.issues(endless))
                .containsExactly(rejection("share", "Infinity", "finite", "share is not a finite number"));
        assertThat(check.issues(none))
                .containsExactly(rejection("share", "NaN", "finite", "share is not a finite number"));
    }

    @Test
    void saysWhichRulesOfTheConfigurationTheRowBreaks() {
        assertThat(check.issues(deal("crm:1", "0.50").breaking(0).atLine(2)))
                .containsExactly(rejection("amount", "0.50", "too-small", "A deal is worth something."));
    }

    @Test
    void flagsEachRepairOfTheMapping() {
        assertThat(check.issues(
                        deal("crm:1", "10.00").repairedBy("spelling, currency").atLine(2)))
                .containsExactly(
                        new Issue("", null, "spelling", Severity.WARNING, "repaired by the mapping of the preset"),
                        new Issue("", null, "currency", Severity.WARNING, "repaired by the mapping of the preset"));
    }

    @Test
    void namesTheRulesThatADeclarationImplies() {
        assertThat(Deals.TABLE.columns())
                .extracting(column -> column.name() + " " + RowCheck.declaredRules(column))
                .containsExactly(
                        "deal_id [required]",
                        "outcome [required, allowed]",
                        "amount [type]",
                        "share [type, finite]",
                        "closed_on [type]",
                        "pieces [type]");
    }

    private static Issue rejection(String column, String value, String rule, String reason) {
        return new Issue(column, value, rule, Severity.QUARANTINE, reason);
    }
}
