package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Workforce.Seller;

/**
 * Enquiries. One in ten becomes a sale, as in the Olist marketing funnel; after eighteen months a change of the campaigns
 * brings half as many again, no better ones.
 */
final class Leads {
    private static final Table LEAD = Table.of("LEAD", """
                    FIRST_NAME varchar(40)
                    LAST_NAME varchar(40)
                    COMPANY_NAME varchar(120)
                    EMAIL varchar(160)
                    SOURCE_KEY varchar(8)
                    CAMPAIGN_ID integer
                    OWNER_ID integer
                    STATUS_KEY varchar(4)
                    OPPORTUNITY_ID integer
                    CONVERTED_AT timestamp(0)""");
    private static final double A_DAY = 5;
    private static final double STEP = 1.5;
    private static final int MONTHS_BEFORE_STEP = 18;
    private static final Choice<String> SOURCES = Choice.of(List.of("WEB", "FAIR", "PARTN", "REFER"), .6, .2, .13, .07);

    private final World world;
    private final Campaigns campaigns;
    private final Workforce workforce;
    private final Dice dice;
    private final Names people;
    private final Names companies;
    private final List<Conversion> conversions = new ArrayList<>();

    /** A lead that becomes a sale at a moment. */
    record Conversion(
            Instant at, Row lead, String source, @Nullable Row campaign) {
        void enter(Row opportunity) {
            lead.change(at)
                    .set("STATUS_KEY", "CONV")
                    .set("OPPORTUNITY_ID", opportunity)
                    .set("CONVERTED_AT", at);
        }
    }

    private Leads(World world, Campaigns campaigns, Workforce workforce) {
        this.world = world;
        this.campaigns = campaigns;
        this.workforce = workforce;
        this.dice = world.dice("leads");
        this.people = new Names(world.dice("lead-names"));
        this.companies = new Names(world.dice("lead-companies"));
    }

    static Leads arrive(World world, Campaigns campaigns, Workforce workforce) {
        Leads leads = new Leads(world, campaigns, workforce);
        LocalDate step = world.span().first().plusMonths(MONTHS_BEFORE_STEP);
        world.span().days().forEach(day -> {
            double mean = world.size().factor() * A_DAY * (day.isBefore(step) ? 1 : STEP);
            int count = leads.dice.poisson(mean);
            for (int i = 0; i < count; i++) {
                leads.arrive(day);
            }
        });
        return leads;
    }

    List<Conversion> conversions() {
        return conversions;
    }

    private void arrive(LocalDate day) {
        String source = dice.pick(SOURCES);
        @Nullable Row campaign = dice.chance(0.5) ? campaigns.runningOn(day, dice) : null;
        Instant arrived = WorkCalendar.moment(day, dice.uniform(6, 23));
        Row lead = enter(arrived, source, campaign);
        LocalDate decided = WorkCalendar.onOrAfter(day.plusDays(1 + (int) dice.logNormal(9, 0.8)));
        Instant at = WorkCalendar.during(decided, dice);
        if (dice.chance(conversionRate(source))) {
            conversions.add(new Conversion(at, lead, source, campaign));
        } else if (dice.chance(0.85)) {
            lead.change(at).set("STATUS_KEY", "DISQ");
        }
    }

    private Row enter(Instant arrived, String source, @Nullable Row campaign) {
        Names.Person person = people.person();
        String company = companies.company();
        Seller owner = dice.pick(workforce.sellers());
        return world.history()
                .add(LEAD, arrived)
                .set("FIRST_NAME", person.given())
                .set("LAST_NAME", person.family())
                .set("COMPANY_NAME", company)
                .set("EMAIL", person.mailAt(Names.domain(company)))
                .set("SOURCE_KEY", source)
                .set("CAMPAIGN_ID", campaign)
                .set("OWNER_ID", owner.row())
                .set("STATUS_KEY", "NEW");
    }

    private static double conversionRate(String source) {
        return switch (source) {
            case "REFER" -> .163;
            case "PARTN" -> .15;
            case "FAIR" -> .06;
            default -> .095;
        };
    }
}
