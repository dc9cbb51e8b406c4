package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SkillCurveTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    private final List<Enrolment> enrolments = new ArrayList<>();

    private void checked(String topic, String day, int persons, double score) {
        for (int i = 0; i < persons; i++) {
            enrolments.add(new Enrolment(
                    topic + day,
                    "CRM",
                    topic,
                    LocalDate.parse(day),
                    null,
                    "p" + i,
                    "attended",
                    score + 0.01 * (i % 2)));
        }
    }

    private List<SkillCurve.Point> points(List<OutcomeCell> cells, int minimumGroup) {
        return new SkillCurve(cells, minimumGroup, 1)
                .points(Programme.of(enrolments, AS_OF).get(0), enrolments);
    }

    @Test
    void hidesGroupsBelowTheMinimumThatIsSet() {
        checked("basics", "2026-01-15", 6, 0.5);
        checked("after three", "2026-04-15", 4, 0.9);

        assertThat(points(List.of(), 4))
                .extracting(point -> point.score().isPresent())
                .containsOnly(true);
        assertThat(points(List.of(), 7))
                .extracting(point -> point.score().isPresent())
                .containsOnly(false);
    }

    @Test
    void redrawsAKnownCurveInOrderWithTheProductivityOfTheMonthOfTheCheck() {
        checked("basics", "2026-01-15", 6, 0.5);
        checked("after a month", "2026-02-15", 6, 0.7);
        checked("after three", "2026-04-15", 4, 0.9);
        List<OutcomeCell> cells = List.of(
                new OutcomeCell("p0", "x", LocalDate.parse("2026-02-01"), 0, 2, 2 * Math.log(4), 0, 8),
                new OutcomeCell("p1", "y", LocalDate.parse("2026-02-01"), 0, 2, 2 * Math.log(9), 0, 18),
                new OutcomeCell("p9", "y", LocalDate.parse("2026-02-01"), 0, 2, 2 * Math.log(100), 0, 200));
        List<SkillCurve.Point> points = points(cells, 5);

        assertThat(points.stream()
                        .filter(point -> point.cohort().isEmpty())
                        .map(point -> "%s +%d n %d score %s hours %s"
                                .formatted(
                                        point.topic(),
                                        point.monthsSince(),
                                        point.persons(),
                                        point.score()
                                                .map(score -> "%.3f".formatted(score.value()))
                                                .orElse("hidden"),
                                        point.typicalHours()
                                                .map("%.2f"::formatted)
                                                .orElse("-"))))
                .containsExactly(
                        "basics +0 n 6 score 0.505 hours -",
                        "after a month +1 n 6 score 0.705 hours 6.00",
                        "after three +3 n 4 score hidden hours -");
        assertThat(points).hasSize(6);
    }
}
