package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Workforce.Agent;

/**
 * How long a request takes, in working hours from its arrival:
 * <pre>
 *   ln hours = ln 5 + kind + priority + season + slowness of the agent + effect of training + N(0, 1.1)
 * </pre>
 * The first answer comes after a share of that time, 5 to 35 %, which depends on nothing: so waiting, handling and the whole
 * all shorten alike.
 */
final class Handling {
    static final double SIGMA = 1.1;

    private static final double MEDIAN_HOURS = 5;
    private static final double SEASON = 0.1;

    private final WorkCalendar calendar;
    private final Map<Row, LocalDate> trained;
    private final Dice dice;

    Handling(World world, Trainings trainings) {
        this.calendar = world.calendar();
        this.trained = trainings.handling();
        this.dice = world.dice("handling");
    }

    /** The course of a request: answered, perhaps waiting for the customer for a time, resolved. */
    record Course(
            Instant answered, double answeredShare, Instant waits, Instant resumes, Instant resolved, double hours) {
        Course endingAt(Instant end) {
            return new Course(answered, answeredShare, waits, resumes, end, hours);
        }
    }

    Course plan(Instant opened, Agent agent, String category, int priority) {
        LocalDate day = WorkCalendar.dayOf(opened);
        double log = StrictMath.log(MEDIAN_HOURS)
                + ofCategory(category)
                + ofPriority(priority)
                + SEASON * StrictMath.sin(2 * StrictMath.PI * day.getDayOfYear() / 365)
                + agent.slowness()
                + effect(agent, day)
                + dice.normal(0, SIGMA);
        double hours = Math.min(2_000, StrictMath.exp(log));
        double first = dice.uniform(0.05, 0.35);
        double waits = dice.uniform(first + 0.05, 0.7);
        double resumes = dice.uniform(waits, 0.9);
        return new Course(
                calendar.after(opened, hours * first),
                first,
                calendar.after(opened, hours * waits),
                calendar.after(opened, hours * resumes),
                calendar.after(opened, hours),
                hours);
    }

    private double effect(Agent agent, LocalDate day) {
        @Nullable LocalDate since = trained.get(agent.row());
        return since == null ? 0 : Trainings.EFFECT.logFactor(ChronoUnit.DAYS.between(since, day));
    }

    private static double ofCategory(String category) {
        return switch (category) {
            case "CHG" -> 1.3;
            case "QUE" -> -.5;
            case "ORD" -> -.6;
            default -> 0;
        };
    }

    private static double ofPriority(int priority) {
        return switch (priority) {
            case 1 -> -.8;
            case 2 -> -.3;
            case 3 -> 0;
            default -> .3;
        };
    }
}
