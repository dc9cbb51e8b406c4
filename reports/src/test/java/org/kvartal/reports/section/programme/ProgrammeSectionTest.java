package org.kvartal.reports.section.programme;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class ProgrammeSectionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-11-20");

    /** Won are 20 of 100 deals closed a month in the first half of the year, and 30 from July on. */
    @BeforeEach
    void closed() {
        given.rows(
                "mart.closed_by_month",
                "month, region, won_count, lost_count",
                "select date '2024-01-01' + to_months(cast(i as integer)), 'East', case when i < 6 then 20 else 30 end, case"
                        + " when i < 6 then 80 else 70 end from range(11) t(i)");
    }

    private void goal(String target, String better, String setOn, String dueOn) {
        given.rows(
                "crm.goals",
                "goal_id, goal, metric, window_months, target, better, set_on, due_on, owner",
                "('g1', 'Win more', 'win_rate', 3, " + target + ", '" + better + "', '" + setOn + "', '" + dueOn
                        + "', 'Head of Sales')");
    }

    private List<String> printed() {
        return PrintedSection.print(new ProgrammeSection().write(given.published()));
    }

    private String line(String start) {
        return printed().stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElse("");
    }

    @Test
    void tellsAGoalThatIsReached() {
        goal("0.30", "higher", "2024-06-20", "2024-12-31");
        assertThat(line("Win more"))
                .isEqualTo("Win more | Head of Sales | reached | 31 Dec 2024 | 20.0% | 30.0% | 30.0%");
    }

    @Test
    void tellsAGoalThatWasMissed() {
        goal("0.31", "higher", "2024-06-20", "2024-11-19");
        assertThat(line("Win more")).contains("| missed |");
        assertThat(printed().get(0))
                .isEqualTo(
                        "Whether it pays is not yet measured. Of 1 goals not all were reached in time; 0 decisions wait, 0 of"
                                + " them past their day.");
    }

    @Test
    void tellsAGoalThatIsOnCourseAndOneThatIsBehind() {
        goal("0.32", "higher", "2024-06-20", "2024-12-31");
        assertThat(line("Win more")).as("30 % where 29.5 % would do").contains("| on course |");
        given.change("crm.goals", "update crm.goals set target = 0.4");
        assertThat(line("Win more")).as("30 % where 35.8 % would do").contains("| behind |");
    }

    @Test
    void knowsThatLessCanBeBetter() {
        goal("0.29", "lower", "2024-06-20", "2024-11-19");
        assertThat(line("Win more")).contains("| missed |");
    }

    @Test
    void doesNotKnowAGoalThatIsSetLater() {
        goal("0.30", "higher", "2024-11-21", "2024-12-31");
        assertThat(line("Win more")).isEmpty();
        assertThat(printed().get(0)).startsWith("Whether it pays is not yet measured, and no goal");
    }

    @Test
    void measuresAnExpressionOverATable() {
        given.rows(
                "crm.goals",
                "goal_id, goal, metric, dataset, filter, unit, target, better, set_on, due_on, owner",
                "('g2', 'Win deals', 'sum(won_count)', 'mart.closed_by_month', 'region = ''East'' or 1 = 0', 'deals', 200,"
                        + " 'higher', '2024-01-01', '2024-12-31', 'Head of Sales')");
        assertThat(line("Win deals"))
                .isEqualTo("Win deals | Head of Sales | reached | 31 Dec 2024 | – | 270.00 | 200.00");
    }

    @Test
    void namesTheMetricThatNothingCanAnswer() {
        goal("0.30", "higher", "2024-06-20", "2024-12-31");
        given.change("crm.goals", "update crm.goals set metric = 'win_ratio'");
        assertThat(line("NO_DATA: The goal"))
                .isEqualTo(
                        "NO_DATA: The goal Win more cannot be told: win_ratio is no measure of the glossary and no expression"
                                + " that the dataset can answer. Mend its metric, dataset, filter or day_column.");
        given.change("crm.goals", "update crm.goals set metric = 'sum(gone)', dataset = 'mart.closed_by_month'");
        assertThat(line("NO_DATA: The goal")).contains("sum(gone) is no measure");
    }

    private void decision(String askedOn, String dueOn, String takenOn, String closedOn) {
        given.rows(
                "crm.decisions",
                "decision_id, decision, asked_on, owner, due_on, taken_on, taken, expected, metric, better, closed_on",
                "('d1', 'Train sellers', '" + askedOn + "', 'Head of Sales', '" + dueOn + "', " + takenOn
                        + ", 'Yes', 'More won'," + " 'win_rate', 'higher', " + closedOn + ")");
    }

    @Test
    void carriesADecisionOverAndTellsWhenItIsOverdue() {
        decision("2024-09-20", "2024-12-31", "null", "null");
        assertThat(line("Train sellers"))
                .isEqualTo(
                        "Train sellers | Head of Sales | waits since an earlier quarter | 20 Sep 2024 | 31 Dec 2024 | – | ");
        given.change("crm.decisions", "update crm.decisions set due_on = date '2024-11-19'");
        assertThat(line("Train sellers")).contains("| overdue |");
        given.change("crm.decisions", "update crm.decisions set due_on = null, asked_on = date '2024-10-01'");
        assertThat(line("Train sellers")).contains("| waits |");
    }

    @Test
    void tellsWhatHasChangedSinceADecision() {
        decision("2024-05-02", "2024-06-30", "date '2024-06-10'", "null");
        assertThat(printed())
                .containsSequence(
                        "Train sellers | Head of Sales | taken | 2 May 2024 | 30 Jun 2024 | 10 Jun 2024 | Yes",
                        "Results since decisions were taken",
                        "Train sellers | More won | 20.0% | 30.0% | +10.0 | better")
                .anyMatch(line -> line.contains("no proof that the decision worked"));
        given.change("crm.decisions", "update crm.decisions set better = 'lower'");
        assertThat(line("Train sellers | More won")).endsWith("worse");
    }

    @Test
    void doesNotKnowWhatWasDecidedLater() {
        decision("2024-05-02", "2024-12-31", "date '2024-11-21'", "null");
        assertThat(line("Train sellers"))
                .isEqualTo(
                        "Train sellers | Head of Sales | waits since an earlier quarter | 2 May 2024 | 31 Dec 2024 | – | ");
        given.change("crm.decisions", "update crm.decisions set asked_on = date '2024-11-21'");
        assertThat(line("Train sellers")).isEmpty();
    }

    @Test
    void saysThatItIsTooEarlyForAResult() {
        decision("2024-05-02", "2024-12-31", "date '2024-10-10'", "null");
        assertThat(line("Train sellers: too early")).isNotEmpty();
    }

    @Test
    void followsADecisionUntilItIsClosed() {
        decision("2024-05-02", "2024-06-30", "date '2024-06-10'", "date '2024-11-20'");
        assertThat(line("Train sellers")).isEmpty();
    }

    @Test
    void saysThatCostAndReturnAreNotMeasured() {
        assertThat(printed())
                .anyMatch(line -> line.startsWith("NO_DATA: Cost, payback and return are not yet measured"));
    }

    @Test
    void tellsHowManyOutcomesOfCoursesChanged() {
        given.rows(
                "forecast.training_verdicts",
                "programme, outcome, is_headline, verdict, hours_saved, hours_saved_low, hours_saved_high",
                "('Diagnosis', 'handling_time', true, 'fell', 900, 400, 1300), ('Diagnosis', 'satisfaction', false, 'no"
                        + " evidence', null, null, null)");
        assertThat(printed())
                .contains(
                        "Of 2 outcomes of courses that were held against people without the course, 1 changed beyond chance and"
                                + " for 1 there is no evidence.",
                        "The course Diagnosis has shortened the handling of requests by 900 hours in all (95% interval 400 hours to"
                                + " 1,300 hours): hours that customers waited less, not hours of work.");
    }
}
