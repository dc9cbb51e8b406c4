package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.jobs.demo.Customers.Account;
import org.kvartal.jobs.demo.Handling.Course;
import org.kvartal.jobs.demo.Workforce.Agent;

/**
 * Requests of customers: when they arrive and how they are worked on. Days of the week, hours of the day and the spread
 * between days follow the incident log of an IT department.
 */
final class ServiceDesk {
    static final Table REQUEST = Table.of("SERVICE_REQUEST", """
                    REQUEST_NO varchar(12) not null
                    ACCOUNT_ID integer
                    ASSIGNEE_ID integer
                    UNIT_ID integer
                    PRODUCT_ID integer
                    CHANNEL_KEY varchar(8)
                    CATEGORY_KEY varchar(3)
                    PRIORITY integer
                    STATUS_KEY varchar(4) not null
                    OPENED_AT timestamp(0)
                    FIRST_RESPONSE_AT timestamp(0)
                    RESOLVED_AT timestamp(0)
                    SATISFACTION integer""");
    private static final Table AUDIT = Table.of("SERVICE_REQUEST_AUDIT", """
                    REQUEST_ID integer not null
                    FIELD_NAME varchar(30) not null
                    OLD_VALUE varchar(60)
                    NEW_VALUE varchar(60)
                    CHANGED_BY integer""");
    private static final double A_DAY = 12.3;
    private static final double SHAPE_OF_DAYS = 18;
    private static final double[] DAYS_OF_WEEK = {.24, .20, .20, .17, .15, .03, .02};
    private static final String PERCENT_BY_HOUR = "1 1 1 1 1 1 1 2 10 12 12 10 5 7 9 9 8 4 2 1 1 1 .5 .5";
    private static final Choice<Integer> HOURS = Choice.of(
            IntStream.range(0, 24).boxed().toList(),
            hour -> Double.parseDouble(PERCENT_BY_HOUR.split(" ")[hour]));
    private static final Choice<String> CATEGORIES = Choice.of(List.of("ERR", "QUE", "CHG", "ORD"), .45, .3, .1, .15);
    private static final Choice<String> CHANNELS = Choice.of(List.of("PHONE", "MAIL", "WEB", "CHAT"), .35, .35, .2, .1);
    private static final Choice<Integer> PRIORITIES = Choice.of(List.of(1, 2, 3, 4), .05, .2, .5, .25);
    private static final double REASSIGNED = 0.12;
    private static final double WAITS_FOR_CUSTOMER = 0.25;
    private static final double HANDED_OVER_AT = 0.02;

    /** What becomes of requests beside being resolved. */
    static final RequestFates FATES = new RequestFates(0.05, 0.12, 10, 0.4);

    private final World world;
    private final Customers customers;
    private final Catalogue catalogue;
    private final Handling handling;
    private final Choice<Agent> agents;
    private final Dice dice;
    private final Dice fates;
    private final List<Request> requests = new ArrayList<>();

    /** A request and its course. */
    record Request(Row row, Account account, Course course) {}

    private ServiceDesk(World world, Workforce workforce, Customers customers, Catalogue catalogue, Handling handling) {
        this.world = world;
        this.customers = customers;
        this.catalogue = catalogue;
        this.handling = handling;
        this.agents = Choice.of(workforce.agents(), Agent::weight);
        this.dice = world.dice("requests");
        this.fates = world.dice("request-fates");
    }

    static ServiceDesk open(
            World world, Workforce workforce, Customers customers, Catalogue catalogue, Handling handling) {
        ServiceDesk desk = new ServiceDesk(world, workforce, customers, catalogue, handling);
        world.span().days().forEach(day -> {
            double ofWeek = DAYS_OF_WEEK[day.getDayOfWeek().getValue() - 1] * 7;
            int count = desk.dice.poisson(world.size().factor() * A_DAY * ofWeek * desk.dice.gamma(SHAPE_OF_DAYS));
            for (int i = 0; i < count; i++) {
                desk.arrive(day);
            }
        });
        return desk;
    }

    List<Request> requests() {
        return requests;
    }

    private void arrive(LocalDate day) {
        Instant opened = WorkCalendar.moment(day, dice.pick(HOURS) + dice.uniform());
        Account account = customers.anyBefore(day, dice);
        Agent agent = dice.pick(agents);
        String category = dice.pick(CATEGORIES);
        int priority = dice.pick(PRIORITIES);
        Course course = handling.plan(opened, agent, category, priority);
        Row row = world.history()
                .add(REQUEST, opened)
                .set("REQUEST_NO", "R-%06d".formatted(requests.size() + 1))
                .set("ACCOUNT_ID", account.row())
                .set("ASSIGNEE_ID", agent.row())
                .set("UNIT_ID", agent.team())
                .set("PRODUCT_ID", catalogue.anyOn(day, dice).row())
                .set("CHANNEL_KEY", dice.pick(CHANNELS))
                .set("CATEGORY_KEY", category)
                .set("PRIORITY", priority)
                .set("STATUS_KEY", "NEW")
                .set("OPENED_AT", opened);
        requests.add(new Request(row, account, work(row, agent, opened, course)));
    }

    /** The course that it takes in fact: a customer may never answer, or not be content with the solution. */
    private Course work(Row row, Agent agent, Instant opened, Course course) {
        boolean isHandedOver = dice.chance(REASSIGNED);
        boolean isLate = isHandedOver && fates.chance(FATES.lateHandOverShare());
        if (isHandedOver) {
            row.set("ASSIGNEE_ID", dice.pick(agents).row());
        }
        if (isHandedOver && !isLate) {
            audited(row, after(opened, course, HANDED_OVER_AT), "ASSIGNEE_ID", agent.row());
        }
        audited(row, course.answered(), "STATUS_KEY", "WORK").set("FIRST_RESPONSE_AT", course.answered());
        if (isLate) {
            audited(row, after(opened, course, course.answeredShare() + HANDED_OVER_AT), "ASSIGNEE_ID", agent.row());
        }
        if (dice.chance(WAITS_FOR_CUSTOMER)) {
            audited(row, course.waits(), "STATUS_KEY", "WAIT");
            if (fates.chance(FATES.autoClosedShareOfWaiting())) {
                return closed(row, course.endingAt(course.waits().plus(FATES.autoCloseDays(), ChronoUnit.DAYS)));
            }
            audited(row, course.resumes(), "STATUS_KEY", "WORK");
        }
        audited(row, course.resolved(), "STATUS_KEY", "DONE").set("RESOLVED_AT", course.resolved());
        return fates.chance(FATES.reopenedShare()) ? reopened(row, opened, course) : course;
    }

    private Course closed(Row row, Course course) {
        audited(row, course.resolved(), "STATUS_KEY", "AUTO").set("RESOLVED_AT", course.resolved());
        return course;
    }

    private Course reopened(Row row, Instant opened, Course course) {
        double gap = fates.uniform(0.1, 0.5);
        Instant again = after(opened, course, 1 + gap);
        Course longer = course.endingAt(after(opened, course, 1.2 + gap));
        audited(row, again, "STATUS_KEY", "WORK").set("RESOLVED_AT", null);
        audited(row, longer.resolved(), "STATUS_KEY", "DONE").set("RESOLVED_AT", longer.resolved());
        return longer;
    }

    private Instant after(Instant opened, Course course, double share) {
        return world.calendar().after(opened, course.hours() * share);
    }

    private Row audited(Row row, Instant at, String column, Object value) {
        world.history()
                .add(AUDIT, at)
                .set("REQUEST_ID", row)
                .set("FIELD_NAME", column)
                .set("OLD_VALUE", row.get(column))
                .set("NEW_VALUE", value)
                .set("CHANGED_BY", row.get("ASSIGNEE_ID"));
        return row.change(at).set(column, value);
    }
}
