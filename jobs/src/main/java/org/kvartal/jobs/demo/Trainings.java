package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.jobs.demo.Workforce.Agent;
import org.kvartal.jobs.demo.Workforce.Seller;

/**
 * Three courses. Agents are sent to the first one in groups in random order, a fifth of them never, and handle requests faster
 * afterwards; later groups are taught by turns by an agent of the first. What they know is checked again after three months,
 * when they have practised, and after a year, when they have forgotten. The second course, for sellers, changes nothing.
 * After the third, sellers use the CRM more for a while.
 */
final class Trainings {
    static final String HANDLING = "Guided diagnosis";
    static final String SELLING = "Value selling";
    static final String CRM = "CRM in daily work";
    static final TrainingEffect EFFECT = new TrainingEffect(-0.4, 45, 300);

    static final Table ENROLMENT = Table.of("TRAINING_ENROLMENT", """
                    SESSION_ID integer not null
                    EMPLOYEE_ID integer not null
                    STATUS_KEY varchar(3) not null
                    SCORE_PCT integer""");
    private static final Table COURSE = Table.of("TRAINING_COURSE", """
                    NAME varchar(60) not null
                    TOPIC varchar(60)
                    HOURS decimal(5,1)""");
    private static final Table SESSION = Table.of("TRAINING_SESSION", """
                    COURSE_ID integer not null
                    HELD_ON date not null
                    TRAINER_ID integer""");
    private static final double MISSED = 0.08;
    private static final int FIRST_TAUGHT_BY_AGENT = 3;
    private static final int SCORE = 78;
    private static final List<Check> CHECKS =
            List.of(new Check("Check after three months", 3, 86), new Check("Check after a year", 12, 70));

    /** A check of those who attended, with its mean score. */
    private record Check(String topic, int months, int score) {}

    private final World world;
    private final Dice dice;
    private final List<Row> trainers;
    private final Map<Row, LocalDate> handling = new LinkedHashMap<>();
    private final Map<Row, LocalDate> selling = new LinkedHashMap<>();
    private final Map<Row, LocalDate> crm = new LinkedHashMap<>();

    private Trainings(World world, List<Row> trainers) {
        this.world = world;
        this.trainers = trainers;
        this.dice = world.dice("trainings");
    }

    static Trainings hold(World world, Workforce workforce) {
        Trainings trainings = new Trainings(world, workforce.trainers());
        LocalDate first = world.span().first();
        LocalDate last = world.span().last();
        List<Row> agents =
                trainings.someOf(workforce.agents().stream().map(Agent::row).toList(), 0.8);
        List<Row> sellers = workforce.sellers().stream().map(Seller::row).toList();
        trainings.course(
                HANDLING, 16, new Plan(agents, first.plusMonths(8), last.minusMonths(6), 6), trainings.handling);
        CHECKS.forEach(trainings::check);
        trainings.course(
                SELLING,
                8,
                new Plan(trainings.someOf(sellers, 0.5), first.plusMonths(6), last.minusMonths(8), 5),
                trainings.selling);
        trainings.course(
                CRM,
                4,
                new Plan(trainings.someOf(sellers, 0.7), last.minusMonths(10), last.plusDays(25), 9),
                trainings.crm);
        return trainings;
    }

    /** Who has attended the course for agents, and when. */
    Map<Row, LocalDate> handling() {
        return handling;
    }

    Map<Row, LocalDate> selling() {
        return selling;
    }

    Map<Row, LocalDate> crm() {
        return crm;
    }

    /** Who is to be trained, in that order, in evenly spaced sessions. */
    private record Plan(List<Row> people, LocalDate first, LocalDate last, int sessions) {
        LocalDate day(int session) {
            long span = first.until(last, ChronoUnit.DAYS);
            return WorkCalendar.onOrAfter(first.plusDays(span * session / (sessions - 1)));
        }

        List<Row> group(int session) {
            return people.subList(people.size() * session / sessions, people.size() * (session + 1) / sessions);
        }
    }

    private List<Row> someOf(List<Row> people, double share) {
        List<Row> shuffled = new ArrayList<>(people);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = dice.between(0, i);
            shuffled.set(i, shuffled.set(other, shuffled.get(i)));
        }
        return shuffled.subList(0, (int) Math.round(people.size() * share));
    }

    private void course(String name, int hours, Plan plan, Map<Row, LocalDate> attended) {
        Row course = world.history()
                .add(COURSE, world.setUp())
                .set("NAME", name)
                .set("TOPIC", name)
                .set("HOURS", BigDecimal.valueOf(hours));
        for (int i = 0; i < plan.sessions(); i++) {
            LocalDate day = plan.day(i);
            Row session = world.history()
                    .add(SESSION, WorkCalendar.moment(day.minusDays(45), 10))
                    .set("COURSE_ID", course)
                    .set("HELD_ON", day)
                    .set("TRAINER_ID", trainer(name, i));
            plan.group(i).forEach(person -> enrol(session, person, day, attended));
        }
    }

    private Row trainer(String course, int session) {
        boolean isTaughtByAgent = course.equals(HANDLING)
                && session >= FIRST_TAUGHT_BY_AGENT
                && session % trainers.size() == 1
                && !handling.isEmpty();
        return isTaughtByAgent ? handling.keySet().iterator().next() : trainers.get(session % trainers.size());
    }

    /** Of each group of agents by itself; dice of its own, so that nothing else in the company changes by it. */
    private void check(Check check) {
        Dice scores = world.dice("training-" + check.months());
        Row course = world.history()
                .add(COURSE, world.setUp())
                .set("NAME", HANDLING)
                .set("TOPIC", check.topic())
                .set("HOURS", BigDecimal.ONE);
        Map<LocalDate, Row> sessions = new LinkedHashMap<>();
        handling.forEach((person, day) -> {
            LocalDate checked = WorkCalendar.onOrAfter(day.plusMonths(check.months()));
            Row session = sessions.computeIfAbsent(
                    checked,
                    any -> world.history()
                            .add(SESSION, WorkCalendar.moment(checked.minusDays(45), 10))
                            .set("COURSE_ID", course)
                            .set("HELD_ON", checked)
                            .set("TRAINER_ID", trainers.get(0)));
            Row enrolment = world.history()
                    .add(ENROLMENT, WorkCalendar.moment(checked.minusDays(30), 10))
                    .set("SESSION_ID", session)
                    .set("EMPLOYEE_ID", person)
                    .set("STATUS_KEY", "ENR");
            int score = score(scores, check.score());
            enrolment
                    .change(WorkCalendar.moment(checked, 16.5))
                    .set("STATUS_KEY", "ATT")
                    .set("SCORE_PCT", score);
        });
    }

    private static int score(Dice dice, int mean) {
        return (int) Math.min(100, Math.max(40, dice.normal(mean, 11)));
    }

    private void enrol(Row session, Row person, LocalDate day, Map<Row, LocalDate> attended) {
        Row enrolment = world.history()
                .add(ENROLMENT, WorkCalendar.moment(day.minusDays(30), 10))
                .set("SESSION_ID", session)
                .set("EMPLOYEE_ID", person)
                .set("STATUS_KEY", "ENR");
        Instant over = WorkCalendar.moment(day, 16.5);
        int score = score(dice, SCORE);
        if (dice.chance(MISSED)) {
            enrolment.change(over).set("STATUS_KEY", "MIS");
        } else {
            enrolment.change(over).set("STATUS_KEY", "ATT").set("SCORE_PCT", score);
            if (world.covers(over)) {
                attended.put(person, day);
            }
        }
    }
}
