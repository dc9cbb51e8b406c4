package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two campaigns a quarter, each a few weeks long. */
final class Campaigns {
    private static final Table CAMPAIGN = Table.of("CAMPAIGN", """
                    NAME varchar(80) not null
                    CHANNEL_KEY varchar(8)
                    BUDGET decimal(12,2)
                    STARTS_ON date
                    ENDS_ON date""");
    private static final List<String> CHANNELS = List.of("MAIL", "WEB", "FAIR");
    private static final List<String> THEMES =
            List.of("Clean water", "Faster titration", "Paperless laboratory", "Safe process", "Old for new");

    private final List<Campaign> campaigns = new ArrayList<>();

    private record Campaign(Row row, LocalDate start, LocalDate end) {
        boolean runsOn(LocalDate day) {
            return !day.isBefore(start) && !day.isAfter(end);
        }
    }

    static Campaigns run(World world) {
        Campaigns campaigns = new Campaigns();
        Dice dice = world.dice("campaigns");
        LocalDate quarter = world.span().first().withDayOfMonth(1);
        while (!quarter.isAfter(world.span().last())) {
            campaigns.run(world, dice, quarter.plusDays(dice.between(5, 20)));
            campaigns.run(world, dice, quarter.plusDays(dice.between(45, 60)));
            quarter = quarter.plusMonths(3);
        }
        return campaigns;
    }

    /** The campaign that may have brought an enquiry on a day. */
    @Nullable
    Row runningOn(LocalDate day, Dice chance) {
        List<Row> running = campaigns.stream()
                .filter(campaign -> campaign.runsOn(day))
                .map(Campaign::row)
                .toList();
        return running.isEmpty() ? null : chance.pick(running);
    }

    private void run(World world, Dice dice, LocalDate start) {
        LocalDate end = start.plusDays(dice.between(14, 40));
        Row row = world.history()
                .add(CAMPAIGN, WorkCalendar.moment(start.minusDays(5), 10))
                .set("NAME", dice.pick(THEMES) + " " + start.getYear() + "-" + start.getMonthValue())
                .set("CHANNEL_KEY", dice.pick(CHANNELS))
                .set(
                        "BUDGET",
                        BigDecimal.valueOf(dice.between(40, 400) * 100L, 0).setScale(2))
                .set("STARTS_ON", start)
                .set("ENDS_ON", end);
        campaigns.add(new Campaign(row, start, end));
    }
}
