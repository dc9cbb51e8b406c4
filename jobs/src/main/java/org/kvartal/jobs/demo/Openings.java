package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Customers.Account;
import org.kvartal.jobs.demo.Workforce.Seller;

/** How sales begin: a dozen on a working day, more in spring and autumn, a little more each year. */
final class Openings {
    /** Sales begun so long before the first day may still be open on it. */
    private static final int DAYS_BEFORE = 240;

    private static final double A_DAY = 9.3;
    private static final double GROWTH_A_YEAR = 0.06;
    private static final int LEAST_ON_LAST_DAY = 4;
    private static final double OWNER_OF_ACCOUNT_SELLS = 0.6;
    private static final List<Double> MONTHS = List.of(.9, .95, 1.1, 1.05, 1.0, .95, .8, .75, 1.1, 1.2, 1.2, 1.0);

    private final World world;
    private final Workforce workforce;
    private final Customers customers;
    private final Catalogue catalogue;
    private final Dice dice;

    Openings(World world, Workforce workforce, Customers customers, Catalogue catalogue) {
        this.world = world;
        this.workforce = workforce;
        this.customers = customers;
        this.catalogue = catalogue;
        this.dice = world.dice("openings");
    }

    /** All openings in order of time. */
    List<Opening> all(List<Leads.Conversion> conversions) {
        List<Opening> openings = new ArrayList<>();
        LocalDate start = world.span().first().minusDays(DAYS_BEFORE);
        start.datesUntil(world.span().last().plusDays(1)).forEach(day -> {
            int count = count(day);
            for (int i = 0; i < count; i++) {
                openings.add(opening(WorkCalendar.during(day, dice), null));
            }
        });
        Stream<Opening> fromLeads = conversions.stream().map(lead -> opening(lead.at(), lead));
        return Stream.concat(openings.stream(), fromLeads)
                .filter(opening -> world.covers(opening.at()))
                .sorted(Comparator.comparing(Opening::at))
                .toList();
    }

    private int count(LocalDate day) {
        double season = MONTHS.get(day.getMonthValue() - 1);
        double growth = 1 + GROWTH_A_YEAR * world.span().yearsTo(day);
        int count = WorkCalendar.works(day) ? dice.poisson(world.size().factor() * A_DAY * season * growth) : 0;
        return day.equals(world.span().last()) ? Math.max(count, LEAST_ON_LAST_DAY) : count;
    }

    private Opening opening(Instant at, Leads.@Nullable Conversion lead) {
        LocalDate day = WorkCalendar.dayOf(at);
        Account account = customers.anyBefore(day, dice);
        Seller owner = account.owner().worksOn(day) && dice.chance(OWNER_OF_ACCOUNT_SELLS)
                ? account.owner()
                : workforce.sellerIn(account.region(), day, dice);
        return new Opening(at, account, owner, catalogue.anyOn(day, dice), lead);
    }
}
