package org.kvartal.reports.section.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;

/**
 * A goal and how it stands. Before it is due, it is on course when the metric has come at least as far as on a straight way
 * from where it stood when the goal was set:
 * <pre>
 *   course = start + (target - start) * days since set / days from set to due
 * </pre>
 *
 * @param windowMonths complete months that the metric covers; 0 for all rows, which have no start
 */
record Goal(
        String id,
        String words,
        String owner,
        Metric.Named named,
        int windowMonths,
        boolean isHigherBetter,
        LocalDate setOn,
        LocalDate dueOn) {
    static final String TABLE = "crm.goals";

    /** How a goal stands. */
    enum Status {
        REACHED,
        MISSED,
        ON_COURSE,
        BEHIND,
        OPEN,
        NOT_MEASURABLE
    }

    /** A goal with its numbers; all are facts. */
    record Measured(Goal goal, Metric metric, Fact start, Fact now, Fact target, Status status) {}

    /** Empty when the metric is unknown or the datasets cannot answer it. */
    Optional<Measured> measure(ReportData data) {
        try {
            return Metric.of(data, named).map(metric -> measure(data, metric));
        } catch (DataUnreadable e) {
            return Optional.empty();
        }
    }

    private Measured measure(ReportData data, Metric metric) {
        Fact now = value(data, metric, data.asOf());
        Fact start = windowMonths == 0 ? Fact.missing(metric.unit(), metric.rows()) : value(data, metric, setOn);
        Fact target = data.fact(Origin.of(TABLE, "max(target)").where(Condition.is("goal_id", id)), metric.unit());
        return new Measured(this, metric, start, now, target, status(data.asOf(), start, now, target));
    }

    private Fact value(ReportData data, Metric metric, LocalDate day) {
        return windowMonths == 0 ? metric.overAll(data) : metric.over(data, Period.completeMonths(windowMonths, day));
    }

    private Status status(LocalDate asOf, Fact start, Fact now, Fact target) {
        if (now.number().isEmpty()) {
            return Status.NOT_MEASURABLE;
        }
        if (isAtLeastAsGood(number(now), number(target))) {
            return Status.REACHED;
        }
        if (asOf.isAfter(dueOn)) {
            return Status.MISSED;
        }
        if (start.number().isEmpty()) {
            return Status.OPEN;
        }
        double gone =
                (double) ChronoUnit.DAYS.between(setOn, asOf) / Math.max(1, ChronoUnit.DAYS.between(setOn, dueOn));
        double course = number(start) + (number(target) - number(start)) * gone;
        return isAtLeastAsGood(number(now), course) ? Status.ON_COURSE : Status.BEHIND;
    }

    private boolean isAtLeastAsGood(double value, double than) {
        return isHigherBetter ? value >= than : value <= than;
    }

    private static double number(Fact fact) {
        return fact.number().map(BigDecimal::doubleValue).orElseThrow();
    }
}
