package org.kvartal.reports.section.people;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleSectionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed() {
        return PrintedSection.print(new PeopleSection().write(given.published()));
    }

    private void trainings() {
        given.rows(
                        "mart.training_register",
                        "training_id, programme, topic, held_on, held, enrolled_count, attended_count, missed_count,"
                                + " unrecorded_count",
                        "('t1', 'CRM', 'Basics', '2024-10-01', true, 5, 3, 1, 1),"
                                + " ('t2', 'CRM', 'Basics', '2025-02-01', false, 4, 0, 0, 4)")
                .rows("crm.teams", "team_id, name", "('s1', 'Desk')")
                .rows(
                        "mart.training_coverage",
                        "team_id, role, headcount, trained_count, untrained_count",
                        "('s1', 'service', 4, 3, 1), (null, 'sales', 2, 0, 2)");
    }

    @Test
    void tellsWhoHasBeenTrained() {
        trainings();
        assertThat(printed())
                .containsExactly(
                        "50.0% of those who work with the CRM have been trained: 3 of 6 persons.",
                        "Training register, latest sessions first",
                        "CRM | Basics | due | 1 Feb 2025 | 4 | 0 | 0 | 4",
                        "CRM | Basics | held | 1 Oct 2024 | 5 | 3 | 1 | 1",
                        "Total |  |  |  | 9 | 3 | 1 | 5",
                        "Who has been trained, by team",
                        "Desk | 4 | 3 | 1 | 75.0%",
                        "No team stated | 2 | 0 | 2 | 0.0%",
                        "Total | 6 | 3 | 3 | 50.0%");
    }

    private void verdict(String verdict, String change, String hours) {
        given.rows(
                "forecast.training_verdicts",
                "programme, outcome, is_headline, verdict, scale, change, change_low, change_high, trained_count,"
                        + " untrained_count, case_count, cases_needed, period_months, pre_trend_p_value, placebo,"
                        + " placebo_low, placebo_high, half_life_months, half_life_low, half_life_high, refresher_on,"
                        + " due_count, hours_saved, hours_saved_low, hours_saved_high, note",
                "('CRM', 'handling_time', true, '" + verdict + "', 'logarithm', " + change
                        + ", 24, 6, 9000, 12000, 3, 0.4, 0.01, -0.05, 0.07, " + hours + ", '3 teams in waves')");
    }

    private void effects() {
        given.rows(
                "forecast.training_effects",
                "programme, outcome, estimator, aggregation, event_month, estimate, band_low, band_high, person_count,"
                        + " is_small",
                "('CRM', 'handling_time', 'callaway-santanna', 'event', -3, 0.0, -0.1, 0.1, 24, false),"
                        + " ('CRM', 'handling_time', 'callaway-santanna', 'event', 0, -0.1, -0.2, 0.0, 24, false),"
                        + " ('CRM', 'handling_time', 'callaway-santanna', 'event', 3, -0.2, -0.3, -0.1, 9, false),"
                        + " ('CRM', 'handling_time', 'callaway-santanna', 'event', 6, -0.9, -2.0, 1.0, 6, true),"
                        + " ('CRM', 'handling_time', 'sun-abraham', 'simple', null, -0.13, null, null, null, null),"
                        + " ('CRM', 'handling_time', 'imputation', 'simple', null, -0.11, null, null, null, null)");
    }

    @Test
    void saysWhatTheCourseChangedForHowLongAndWhatItSaved() {
        trainings();
        verdict("fell", "-0.12, -0.16, -0.08", "6.5, 4.0, 9.0, date '2025-03-01', 7, 900.0, 600.0, 1300.0");
        effects();

        assertThat(printed())
                .startsWith("The course CRM made a difference: handling times fell by 12.0% (8.0% to 16.0%).")
                .contains(
                        "\u22123 | 0.0% | \u22129.5% | +10.5%",
                        "training | \u22129.5% | \u221218.1% | 0.0%",
                        "+3 | \u221218.1% | \u221225.9% | \u22129.5%",
                        "CRM | Handling times | fell | \u221212.0% | \u221216.0% | \u22128.0% | 24 | 9,000 | 12,000",
                        "The effect wears off: half of it is gone 6.5 months after the training (4.0 months to 9.0 months). 7 of"
                                + " 24 trained need a refresher by now; it is to be held by 1 Mar 2025.",
                        "CAVEAT: To know: 3 teams in waves.")
                .noneMatch(line -> line.startsWith("+6 |"))
                .anyMatch(line -> line.contains("requests were open for 900 working hours less")
                        && line.contains("No money is told"));
    }

    @Test
    void claimsNothingWithoutEvidence() {
        trainings();
        verdict("no evidence", "-0.05, -0.12, 0.03", "null, null, null, null, null, null, null, null");
        effects();

        assertThat(printed())
                .startsWith(
                        "No evidence that the course CRM changed handling times: the change is \u22125.0% (\u221212.0% to"
                                + " +3.0%). To see one that matters, 12.0 k cases are needed; there are 9,000.")
                .noneMatch(line -> line.contains("wears off") || line.contains("working time less"));
    }

    @Test
    void saysHowManyMoreCasesWouldBeEnough() {
        trainings();
        verdict("not measurable", "null, null, null", "null, null, null, null, null, null, null, null");

        assertThat(printed())
                .startsWith(
                        "Not measurable: whether the course CRM changed handling times. 24 persons were trained and 6"
                                + " not; about 3,000 cases more are needed, of at least 15 persons.");
    }

    @Test
    void listsEachMissedCheckpointOnceAndWhoTrainedWhom() {
        trainings();
        given.rows("crm.users", "user_id, name", "('p2', 'Person D3E28BF9'), ('a', 'Person 0A0B0C0D'), ('x', ' ')")
                .rows(
                        "forecast.training_checkpoints",
                        "programme, topic, user_id, state, due_on, session_count",
                        "('CRM', 'Basics', 'p1', 'passed', '2024-10-01', 1), ('CRM', 'Basics', 'p2', 'missed', '2024-10-01', 2),"
                                + " ('CRM', 'Basics', 'p3', 'due', '2025-02-01', 1)")
                .rows(
                        "forecast.training_cascade",
                        "programme, user_id, trainer_id, training_id, depth, direct_count, reach_count, shrunk, shrunk_low,"
                                + " shrunk_high",
                        "('CRM', 'x', null, null, 0, 2, 3, -0.1, -0.2, 0.0), ('CRM', 'a', 'x', 't1', 1, 1, 1, -0.2, -0.3, -0.1),"
                                + " ('CRM', 'b', 'x', 't1', 1, 0, 0, null, null, null),"
                                + " ('CRM', 'c', 'a', 't1', 2, 0, 0, null, null, null)");

        assertThat(printed())
                .contains(
                        "CRM | Basics | 1 | 1 | 0 | 1 | 0",
                        "Person D3E28BF9 | CRM | Basics | missed | 1 Oct 2024",
                        "Passed on: 2 trainers have taught 3 trained persons, over all courses; 1 of these trainers were trained"
                                + " themselves before they taught, and the longest chain has 2 links. For 0 trained persons no"
                                + " trainer is recorded.",
                        "CRM | Person 0A0B0C0D | 1 | 1 | \u221218.1% | \u221225.9% | \u22129.5%")
                .anyMatch(line -> line.startsWith("CRM | x | 2 | 3 |"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(printed()).hasSize(2).startsWith("Not measurable: the data hold no trainings.");
    }
}
