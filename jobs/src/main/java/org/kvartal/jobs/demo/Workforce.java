package org.kvartal.jobs.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.jobs.demo.Geography.Region;

/** The people of the company: sellers in a team for each region, service agents, managers. Some leave, others come. */
final class Workforce {
    private static final Table ORG_UNIT = Table.of("ORG_UNIT", """
                    NAME varchar(60) not null
                    KIND_KEY varchar(3) not null
                    REGION_ID integer""");
    private static final Table EMPLOYEE = Table.of("EMPLOYEE", """
                    FIRST_NAME varchar(40)
                    LAST_NAME varchar(40)
                    EMAIL varchar(120)
                    ROLE_KEY varchar(8) not null
                    UNIT_ID integer
                    MANAGER_ID integer
                    STATUS_KEY varchar(1) not null
                    HIRED_ON date
                    LEFT_ON date""");
    private static final String DOMAIN = "demo-instruments.example";
    private static final int SELLERS_A_TEAM = 10;
    private static final int AGENTS_A_TEAM = 10;
    private static final double LEAVING = 0.15;
    private static final double JOINING = 0.15;

    private final World world;
    private final Dice dice;
    private final Names names;
    private final List<Seller> sellers = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final List<Row> trainers = new ArrayList<>();

    /**
     * A seller.
     *
     * @param weight share of the work, relative to the others
     * @param skill what the seller adds to the logit of winning
     */
    record Seller(Row row, Region region, Row team, double weight, double skill, LocalDate joined, LocalDate left) {
        boolean worksOn(LocalDate day) {
            return !day.isBefore(joined) && day.isBefore(left);
        }
    }

    /**
     * A service agent.
     *
     * @param slowness what the agent adds to the logarithm of the handling time
     */
    record Agent(Row row, Row team, double weight, double slowness) {}

    private Workforce(World world) {
        this.world = world;
        this.dice = world.dice("workforce");
        this.names = new Names(world.dice("staff-names"));
    }

    static Workforce hire(World world, Geography geography) {
        Workforce workforce = new Workforce(world);
        Row management = workforce.unit("Management").set("KIND_KEY", "MGT");
        Row head = workforce.employee("HEAD", management);
        for (Region region : geography.regions()) {
            workforce.salesTeam(region, head);
        }
        for (String desk : List.of("Service Desk", "Field Support", "Applications")) {
            workforce.serviceTeam(desk, head);
        }
        workforce.trainers.add(workforce.employee("TRAIN", management).set("MANAGER_ID", head));
        workforce.trainers.add(workforce.employee("TRAIN", management).set("MANAGER_ID", head));
        return workforce;
    }

    List<Seller> sellers() {
        return sellers;
    }

    List<Agent> agents() {
        return agents;
    }

    List<Row> trainers() {
        return trainers;
    }

    /** Who takes over work in a region on a day. */
    Seller sellerIn(Region region, LocalDate day, Dice chance) {
        List<Seller> present = sellers.stream()
                .filter(seller -> seller.region().equals(region) && seller.worksOn(day))
                .toList();
        return chance.pick(Choice.of(present, Seller::weight));
    }

    private void salesTeam(Region region, Row head) {
        Row team = unit("Sales " + region.name()).set("KIND_KEY", "SAL").set("REGION_ID", region.row());
        Row manager = employee("MGR", team).set("MANAGER_ID", head);
        for (int i = 0; i < world.size().times(SELLERS_A_TEAM); i++) {
            sellers.add(seller(region, team, manager));
        }
    }

    private Seller seller(Region region, Row team, Row manager) {
        LocalDate first = world.span().first();
        int days = (int) world.span().days().count();
        LocalDate joined = dice.chance(JOINING)
                ? first.plusDays(dice.between(60, days * 2 / 3))
                : first.minusDays(WorkCalendar.DAYS_BEFORE);
        LocalDate left = dice.chance(LEAVING) ? first.plusDays(dice.between(days * 2 / 3, days - 30)) : LocalDate.MAX;
        Row row = employee("SALES", team).set("MANAGER_ID", manager);
        if (joined.isAfter(first)) {
            row.set("HIRED_ON", joined);
        }
        if (left.isBefore(LocalDate.MAX)) {
            row.change(WorkCalendar.moment(left, WorkCalendar.OPENS))
                    .set("STATUS_KEY", "I")
                    .set("LEFT_ON", left);
        }
        return new Seller(row, region, team, dice.logNormal(1, 0.45), dice.normal(0, 0.2), joined, left);
    }

    private void serviceTeam(String name, Row head) {
        Row team = unit(name).set("KIND_KEY", "SVC");
        Row manager = employee("MGR", team).set("MANAGER_ID", head);
        for (int i = 0; i < world.size().times(AGENTS_A_TEAM); i++) {
            Row row = employee("AGENT", team).set("MANAGER_ID", manager);
            agents.add(new Agent(row, team, dice.logNormal(1, 0.35), dice.normal(0, 0.5)));
        }
    }

    private Row unit(String name) {
        return world.history().add(ORG_UNIT, world.setUp()).set("NAME", name);
    }

    private Row employee(String role, Row unit) {
        Names.Person person = names.person();
        return world.history()
                .add(EMPLOYEE, world.setUp())
                .set("FIRST_NAME", person.given())
                .set("LAST_NAME", person.family())
                .set("EMAIL", person.mailAt(DOMAIN))
                .set("ROLE_KEY", role)
                .set("UNIT_ID", unit)
                .set("STATUS_KEY", "A")
                .set("HIRED_ON", world.span().first().minusDays(dice.between(400, 4_000)));
    }
}
