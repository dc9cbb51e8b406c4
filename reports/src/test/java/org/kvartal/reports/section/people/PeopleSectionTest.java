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

    private void requests() {
        given.rows(
                "mart.request_handling",
                "request_id, opened_month, resolved_month, handling_hours, censored, satisfaction",
                "('r1', '2024-11-01', '2024-11-01', 10.0, false, 4.0), ('r2', '2024-11-01', '2024-12-01', 20.0, false, 5.0),"
                        + " ('r3', '2024-12-01', '2024-12-01', 30.0, false, null),"
                        + " ('r4', '2024-12-01', null, 700.0, true, null)");
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

    /** Three requests of 1, e and e^2 hours: mean of the logarithms 1, standard deviation 1. */
    @Test
    void describesHandlingAfterTrainingWithoutCallingItAnEffect() {
        requests();
        trainings();
        given.rows(
                "mart.handling_by_training_month",
                "months_since_training, handled_count, log_handling_hours, log_handling_hours_squares",
                "(-1, 3, 3.0, 5.0), (2, 1, 0.0, 0.0), (null, 50, 0.0, 0.0)");
        assertThat(printed())
                .contains(
                        "Typically 2.7 hours before the agent's training and 1.0 hours after it, which is not yet an effect",
                        "−1 | 2.7 | 0.9 | 8.4",
                        "training | – | – | –",
                        "+2 | 1.0 | – | –")
                .endsWith(
                        "CAVEAT: Description, not effect: agents, months and kinds of request differ from point to point,"
                                + " and the intervals do not know that requests of one agent are alike.");
    }

    @Test
    void showsNoHandlingAfterTrainingFromOneSide() {
        requests();
        trainings();
        given.rows(
                "mart.handling_by_training_month",
                "months_since_training, handled_count, log_handling_hours, log_handling_hours_squares",
                "(1, 3, 3.0, 5.0)");
        assertThat(printed())
                .endsWith("NO_DATA: Handling before and after training cannot be shown: no agent who was trained has"
                        + " resolved requests both before and after it.");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(printed()).hasSize(2).startsWith("Not measurable: the data hold no trainings.");
    }
}
