package org.kvartal.jobs.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Workforce.Seller;

/**
 * How sellers use the CRM in the last year. After their course they use it half as much again for 75 days; then half of
 * them fall to two fifths of what they did before it, while the others keep most of the gain.
 */
final class Usage {
    static final int BUSY_DAYS = 75;
    static final double BUSY = 1.5;
    static final double DROPPED = 0.4;
    static final double KEPT = 1.3;

    private static final Table USAGE_LOG = Table.of("USAGE_LOG", """
                    EMPLOYEE_ID integer not null
                    LOG_DAY date not null
                    FUNCTION_KEY varchar(10) not null
                    USES integer not null""");
    private static final Map<String, Double> USES_A_DAY =
            Map.of("LOGIN", 1.2, "ACCOUNT", .35, "OFFER", .3, "REPORT", .2);
    private static final List<String> FUNCTIONS = List.of("LOGIN", "ACCOUNT", "OFFER", "REPORT");

    private final World world;
    private final Trainings trainings;
    private final Leave leave;
    private final Dice dice;
    private final Set<Row> dropping = new LinkedHashSet<>();

    private Usage(World world, Trainings trainings, Leave leave) {
        this.world = world;
        this.trainings = trainings;
        this.leave = leave;
        this.dice = world.dice("usage");
    }

    static Usage log(World world, Workforce workforce, Trainings trainings, Leave leave) {
        Usage usage = new Usage(world, trainings, leave);
        trainings.crm().keySet().stream()
                .filter(person -> usage.dice.chance(0.5))
                .forEach(usage.dropping::add);
        workforce.sellers().forEach(usage::log);
        return usage;
    }

    /** Whose use drops once the busy days are over. */
    Set<Row> dropping() {
        return dropping;
    }

    private void log(Seller seller) {
        LocalDate last = world.span().last();
        double habit = dice.uniform(0.6, 1.1);
        last.minusYears(1).datesUntil(last.plusDays(1)).forEach(day -> {
            if (WorkCalendar.works(day) && seller.worksOn(day) && !leave.isAway(seller.row(), day)) {
                double level = habit * level(seller.row(), day);
                FUNCTIONS.forEach(function -> log(seller, day, function, level));
            }
        });
    }

    private void log(Seller seller, LocalDate day, String function, double level) {
        int uses = dice.poisson(USES_A_DAY.getOrDefault(function, 0.0) * level);
        if (uses > 0) {
            world.history()
                    .add(USAGE_LOG, WorkCalendar.moment(day, 22))
                    .set("EMPLOYEE_ID", seller.row())
                    .set("LOG_DAY", day)
                    .set("FUNCTION_KEY", function)
                    .set("USES", uses);
        }
    }

    private double level(Row person, LocalDate day) {
        @Nullable LocalDate trained = trainings.crm().get(person);
        if (trained == null || !day.isAfter(trained)) {
            return 1;
        }
        if (ChronoUnit.DAYS.between(trained, day) <= BUSY_DAYS) {
            return BUSY;
        }
        return dropping.contains(person) ? DROPPED : KEPT;
    }
}
