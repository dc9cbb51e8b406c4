package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Calls, meetings, mails, visits and tasks around sales. Nothing is done about a sale that is stuck. */
final class Activities {
    private static final Table ACTIVITY = Table.of("ACTIVITY", """
                    KIND_KEY varchar(4) not null
                    SUBJECT varchar(80)
                    PARENT_TYPE varchar(12)
                    PARENT_ID integer
                    ACCOUNT_ID integer
                    OWNER_ID integer
                    STATUS_KEY varchar(4) not null
                    DUE_AT timestamp(0)
                    DONE_AT timestamp(0)
                    DURATION_MIN integer""");
    private static final double DAYS_BETWEEN = 45;
    private static final double CANCELLED = 0.08;
    private static final Choice<String> KINDS =
            Choice.of(List.of("CALL", "MAIL", "MEET", "VIST", "TASK"), .35, .3, .15, .08, .12);

    private final World world;
    private final Dice dice;

    Activities(World world) {
        this.world = world;
        this.dice = world.dice("activities");
    }

    void enter(Deal deal, Row opportunity) {
        Timeline timeline = deal.timeline();
        Instant opened = deal.opening().at();
        Instant end = deal.ending() == Ending.STUCK
                ? timeline.stalledAt()
                : timeline.closedAt().orElse(world.end());
        double days = (end.getEpochSecond() - opened.getEpochSecond()) / 86_400.0;
        int count = 1 + dice.poisson(Math.min(days, 200) / DAYS_BETWEEN);
        for (int i = 0; i < count; i++) {
            LocalDate due = WorkCalendar.onOrAfter(WorkCalendar.dayOf(opened).plusDays((long) (days * dice.uniform())));
            activity(deal, opportunity, WorkCalendar.during(due, dice));
        }
    }

    private void activity(Deal deal, Row opportunity, Instant due) {
        Instant opened = deal.opening().at();
        Instant planned = due.minusSeconds(dice.between(1, 12) * 86_400L);
        Instant entered = planned.isBefore(opened) ? opened : planned;
        Instant expected = due.isBefore(entered) ? entered.plusSeconds(3_600) : due;
        String kind = dice.pick(KINDS);
        Row row = world.history()
                .add(ACTIVITY, entered)
                .set("KIND_KEY", kind)
                .set("SUBJECT", deal.opening().product().row().get("NAME"))
                .set("PARENT_TYPE", "OPPORTUNITY")
                .set("PARENT_ID", opportunity)
                .set("ACCOUNT_ID", deal.opening().account().row())
                .set("OWNER_ID", deal.opening().owner().row())
                .set("STATUS_KEY", "PLAN")
                .set("DUE_AT", expected);
        Instant done = expected.plusSeconds(dice.between(0, 7_200));
        int minutes = (int) Math.min(480, dice.logNormal(kind.equals("VIST") ? 120 : 20, 0.6));
        if (dice.chance(CANCELLED)) {
            row.change(done).set("STATUS_KEY", "CANC");
        } else {
            row.change(done).set("STATUS_KEY", "DONE").set("DONE_AT", done).set("DURATION_MIN", minutes);
        }
    }
}
