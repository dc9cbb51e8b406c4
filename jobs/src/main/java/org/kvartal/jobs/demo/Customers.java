package org.kvartal.jobs.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kvartal.jobs.demo.Geography.Country;
import org.kvartal.jobs.demo.Geography.Region;
import org.kvartal.jobs.demo.Workforce.Seller;

/**
 * The companies that buy or might buy, with their people. Revenue, head count and the share of subsidiaries follow the
 * CRM data set of Maven Analytics; most accounts are known from the start, the others turn up over the years.
 */
final class Customers {
    static final Table ACCOUNT = Table.of("ACCOUNT", """
                    NAME varchar(120)
                    SEGMENT_KEY varchar(3)
                    INDUSTRY_KEY varchar(8)
                    COUNTRY_ID integer
                    ANNUAL_REVENUE_MIO decimal(14,2)
                    EMPLOYEES integer
                    PARENT_ID integer
                    OWNER_ID integer""");
    private static final Table CONTACT = Table.of("CONTACT", """
                    ACCOUNT_ID integer
                    FIRST_NAME varchar(40)
                    LAST_NAME varchar(40)
                    EMAIL varchar(160)
                    PHONE varchar(40)
                    POSITION_KEY varchar(8)""");
    private static final int ACCOUNTS = 700;
    private static final int MISTAKEN_ACCOUNTS = 8;
    private static final double KNOWN_FROM_START = 0.8;
    private static final double SUBSIDIARIES = 0.18;
    private static final List<String> INDUSTRIES =
            List.of("FOOD", "CHEM", "PHARMA", "WATER", "METAL", "PAPER", "ENERGY", "GLASS");
    private static final List<String> POSITIONS = List.of("PURCH", "PLANT", "LAB", "QUAL", "CFO");
    private static final Choice<Integer> REGION_SHARES =
            Choice.of(List.of(0, 1, 2, 3, 4, 5), .12, .15, .2, .2, .23, .1);

    private final World world;
    private final Workforce workforce;
    private final Dice dice;
    private final Names companies;
    private final Names people;
    private final List<Account> accounts;
    private final Choice<Account> byWeight;

    /** @param weight share of the business, relative to the others */
    record Account(
            Row row, Region region, Country country, Seller owner, String segment, double weight, LocalDate since) {
        double sizeOfDeals() {
            return switch (segment) {
                case "ENT" -> 1.6;
                case "MID" -> 1.0;
                default -> 0.55;
            };
        }
    }

    private Customers(World world, Geography geography, Workforce workforce) {
        this.world = world;
        this.workforce = workforce;
        this.dice = world.dice("accounts");
        this.companies = new Names(world.dice("company-names"));
        this.people = new Names(world.dice("contact-names"));
        this.accounts = arrivals().stream().map(day -> account(geography, day)).toList();
        this.byWeight = Choice.of(accounts, Account::weight);
    }

    static Customers enter(World world, Geography geography, Workforce workforce) {
        Customers customers = new Customers(world, geography, workforce);
        customers.nameParents();
        customers.accounts.forEach(customers::enterContacts);
        customers.enterMistakes();
        return customers;
    }

    List<Account> accounts() {
        return accounts;
    }

    /** One of the accounts known before a day; large ones more often. */
    Account anyBefore(LocalDate day, Dice chance) {
        return byWeight.atAmongFirst(knownBefore(day), chance.uniform());
    }

    private int knownBefore(LocalDate day) {
        int low = 0;
        int high = accounts.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (!accounts.get(middle).since().isBefore(day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private List<LocalDate> arrivals() {
        LocalDate start = world.span().first();
        int days = (int) world.span().days().count();
        List<LocalDate> arrivals = new ArrayList<>();
        for (int i = 0; i < world.size().times(ACCOUNTS); i++) {
            arrivals.add(
                    dice.chance(KNOWN_FROM_START)
                            ? start.minusDays(WorkCalendar.DAYS_BEFORE)
                            : WorkCalendar.onOrBefore(start.plusDays(dice.between(0, days - 1))));
        }
        arrivals.sort(Comparator.naturalOrder());
        return arrivals;
    }

    private Account account(Geography geography, LocalDate since) {
        Region region = geography.regions().get(dice.pick(REGION_SHARES));
        Country country = dice.pick(region.countries());
        Seller owner = workforce.sellerIn(region, since, dice);
        double employees = dice.logNormal(2_250, 1.42);
        String segment = employees > 5_000 ? "ENT" : employees > 900 ? "MID" : "SMB";
        Row row = enter(companies.company() + " " + country.legalForm(), since)
                .set("SEGMENT_KEY", segment)
                .set("INDUSTRY_KEY", dice.pick(INDUSTRIES))
                .set("COUNTRY_ID", country.row())
                .set(
                        "ANNUAL_REVENUE_MIO",
                        BigDecimal.valueOf(dice.logNormal(1_030, 1.38)).setScale(2, RoundingMode.HALF_UP))
                .set("EMPLOYEES", (int) employees)
                .set("OWNER_ID", owner.row());
        if (owner.left().isBefore(LocalDate.MAX)) {
            Seller heir = workforce.sellerIn(region, owner.left(), dice);
            row.change(WorkCalendar.moment(owner.left(), 9)).set("OWNER_ID", heir.row());
        }
        return new Account(row, region, country, owner, segment, dice.logNormal(1, 1.05), since);
    }

    private Row enter(String name, LocalDate day) {
        return world.history().add(ACCOUNT, WorkCalendar.during(day, dice)).set("NAME", name);
    }

    private void nameParents() {
        for (int i = 1; i < accounts.size(); i++) {
            if (dice.chance(SUBSIDIARIES)) {
                accounts.get(i)
                        .row()
                        .rewrite(
                                "PARENT_ID",
                                accounts.get(dice.between(0, i - 1)).row());
            }
        }
    }

    private void enterContacts(Account account) {
        String domain = Names.domain(String.valueOf(account.row().get("NAME")));
        int count = 1 + dice.poisson(0.9);
        for (int i = 0; i < count; i++) {
            Names.Person person = people.person();
            world.history()
                    .add(CONTACT, account.row().enteredAt().plusSeconds(600L * (i + 1)))
                    .set("ACCOUNT_ID", account.row())
                    .set("FIRST_NAME", person.given())
                    .set("LAST_NAME", person.family())
                    .set("EMAIL", person.mailAt(domain))
                    .set("PHONE", "+000 555 %06d".formatted(dice.between(0, 999_999)))
                    .set("POSITION_KEY", dice.pick(POSITIONS));
        }
    }

    /** Accounts entered twice by mistake and deleted when somebody noticed. */
    private void enterMistakes() {
        for (int i = 0; i < world.size().times(MISTAKEN_ACCOUNTS); i++) {
            Account copied = dice.pick(accounts);
            LocalDate day = WorkCalendar.onOrAfter(copied.since().plusDays(dice.between(10, 30)));
            Row row = enter(String.valueOf(copied.row().get("NAME")), day)
                    .set("SEGMENT_KEY", copied.segment())
                    .set("COUNTRY_ID", copied.country().row());
            Instant noticed = WorkCalendar.during(WorkCalendar.onOrAfter(day.plusDays(dice.between(1, 20))), dice);
            row.delete(noticed);
        }
    }
}
