package org.kvartal.reports.section.changes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesSectionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private SectionData bridge(String steps) {
        return given.rows("mart.pipeline_bridge", "position, bucket, opportunity_count, amount, moved_amount", steps);
    }

    private SectionData change(String id, String bucket, int change, int after) {
        return given.rows(
                "mart.pipeline_changes",
                "opportunity_id, bucket, direction, change_amount, amount_after",
                "('" + id + "', '" + bucket + "', 'in', " + change + ", " + after + ")");
    }

    private List<String> printed() {
        return PrintedSection.print(new ChangesSection().write(given.publishedAfter("2024-12-30")));
    }

    @Test
    void bridgesTheOpenPipelineFromNightToNight() {
        bridge("(1, 'start', 3, 600.00, 0), (2, 'new', 1, 250.00, 0), (5, 'pushed_out', 1, 0, 80.00),"
                + " (10, 'lost', 1, -100.00, 0), (7, 'up', 0, 0, 0), (12, 'end', 3, 750.00, 0)");
        given.rows("crm.opportunities", "opportunity_id, name, account_id, owner_id", "('o1', 'Pumps', 'a1', 'u1')")
                .rows("crm.accounts", "account_id, name", "('a1', 'Acme')")
                .rows("crm.users", "user_id, name", "('u1', 'Ada')");
        change("o1", "new", 250, 250);
        change("o2", "lost", -100, 0);
        change("o3", "pushed_out", -80, 0);
        change("o3", "pushed_out", 80, 80);
        assertThat(printed())
                .containsExactly(
                        "Since 30 Dec 2024 the open pipeline went from €600 to €750; the largest step, +€250, is due to new"
                                + " deals.",
                        "In all, the open pipeline changed by +€150",
                        "Northwind – Open pipeline in EUR – 30 Dec 2024 to 31 Dec 2024",
                        "30 Dec 2024 | 600",
                        "New | 250",
                        "Lost | −100",
                        "31 Dec 2024 | 750",
                        "Largest movements",
                        "Pumps | Acme | Ada | New | 0 | +250",
                        "o2 | not stated | not stated | Lost | 0 | −100",
                        "o3 | not stated | not stated | Pushed out | 80 | 0",
                        "Total |  |  |  | 80 | +150",
                        "Steps from one night to the other: what was moved, and what changed the open amount",
                        "New | 1 | 0 | +250",
                        "Pushed out | 1 | 80 | 0",
                        "Lost | 1 | 0 | −100",
                        "Total |  |  | +150");
    }

    @Test
    void drawsTheChangesAloneWhenTheyAreSmallBesideTheWhole() {
        bridge(
                "(1, 'start', 3, 10000.00, 0), (7, 'up', 1, 30.00, 0), (8, 'down', 1, -40.00, 0), (12, 'end', 3, 9990.00, 0)");
        assertThat(printed())
                .contains(
                        "Since 30 Dec 2024 the open pipeline went from €10.0 k to €9,990; the largest step, −€40, is due to"
                                + " deals whose amount was lowered.")
                .containsSequence(
                        "Northwind – Changes of the open pipeline in EUR – 30 Dec 2024 to 31 Dec 2024",
                        "Raised | 30",
                        "Lowered | −40");
    }

    @Test
    void bridgesTheOutlookBesideThePipeline() {
        bridge("(1, 'start', 3, 600.00, 0), (2, 'new', 0, 0, 0), (12, 'end', 3, 600.00, 0)");
        given.rows(
                        "mart.outlook_bridge",
                        "position, quarter, bucket, opportunity_count, amount",
                        "(1, 'Q4 2024', 'start', 3, 400.00), (9, 'Q4 2024', 're_scored', 1, -30.00), (11, 'Q4 2024',"
                                + " 'booked', 1, 90.00), (12, 'Q4 2024', 'lost', 0, 0), (15, 'Q4 2024',"
                                + " 'not_yet_created', 0, -20.00), (17, 'Q4 2024', 'end', 3, 440.00)")
                .rows(
                        "mart.outlook_changes",
                        "opportunity_id, bucket, direction, change_amount",
                        "('o1', 're_scored', 'out', -30), ('o2', 'booked', 'out', -10), ('o2', 'booked', 'in', 100),"
                                + " ('o3', 'reassigned', 'out', -50), ('o3', 'reassigned', 'in', 50),"
                                + " (null, 'not_yet_created', 'out', -20)");
        assertThat(printed())
                .containsExactly(
                        "The open pipeline is worth €600; no amount in it has changed since 30 Dec 2024.",
                        "Expected for Q4 2024: €440 instead of €400; the largest step, +€90, is due to deals won, with"
                                + " the amount agreed instead of the one expected.",
                        "In all, the outlook changed by +€40",
                        "Northwind – Outlook of the quarter in EUR – 30 Dec 2024 to 31 Dec 2024",
                        "30 Dec 2024 | 400",
                        "Other chance | −30",
                        "Booked | 90",
                        "Not yet created | −20",
                        "31 Dec 2024 | 440",
                        "Steps from one outlook to the other",
                        "Other chance | 1 | −30",
                        "Booked | 1 | +90",
                        "Not yet created | 0 | −20",
                        "Total |  | +40",
                        "Largest changes of the outlook",
                        "o2 | not stated | not stated | Booked | +90",
                        "o1 | not stated | not stated | Other chance | −30",
                        "All else |  |  |  | −20",
                        "Total |  |  |  | +40");
    }

    @Test
    void comparesPastMonthsAsTheyWereReportedWithWhatIsKnownNow() {
        given.rows(
                "mart.restated_bookings",
                "opportunity_id, month, reported_on, reported_count, reported_amount, restated_count, restated_amount,"
                        + " known_on",
                "('o1', '2024-10-01', '2024-11-01', 1, 100, 1, 100, '2024-12-31'),"
                        + " ('o2', '2024-10-01', '2024-11-01', 1, 50, 0, 0, '2024-12-31'),"
                        + " ('o3', '2024-11-01', '2024-12-01', 1, 70, 1, 70, '2024-12-31'),"
                        + " ('o4', '2024-12-01', '2024-12-31', 1, 999, 1, 999, '2024-12-31')");
        assertThat(printed())
                .contains(
                        "Months that were reported before are worth €170 now where €220 was reported. The difference is"
                                + " −€50; deals behind it: 1.")
                .endsWith("Months as reported first, and as known now", "Oct 2024 | 1 Nov 2024 | 150 | 100 | −50 | 1");
    }

    @Test
    void keepsTheTotalOfMoreMovementsThanAreListed() {
        bridge("(1, 'start', 0, 0.00, 0), (2, 'new', 5000, 12502500.00, 0), (12, 'end', 5000, 12502500.00, 0)");
        given.rows(
                "mart.pipeline_changes",
                "opportunity_id, bucket, direction, change_amount, amount_after",
                "select 'o' || i, 'new', 'in', i, i from range(1, 5001) t(i)");
        assertThat(printed())
                .containsSequence(
                        "o4991 | not stated | not stated | New | 0 | +4,991",
                        "All others |  |  |  | 0 | +12,452,545",
                        "Total |  |  |  | 0 | +12,502,500");
    }

    @Test
    void saysThatNothingMoved() {
        bridge("(1, 'start', 3, 600.00, 0), (2, 'new', 0, 0, 0), (12, 'end', 3, 600.00, 0)");
        assertThat(printed())
                .containsExactly("The open pipeline is worth €600; no amount in it has changed since 30 Dec 2024.");
    }

    @Test
    void hasNothingToCompareOnTheFirstNight() {
        assertThat(PrintedSection.print(new ChangesSection().write(given.published())))
                .containsExactly(
                        "Nothing can be compared yet: no earlier night with opportunities is published.",
                        "NO_DATA: Changes are found by comparing two published nights. From the next night on this"
                                + " section shows what moved the pipeline, deal by deal.");
    }
}
