package org.kvartal.jobs.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The CRM of an invented maker of laboratory instruments: three years that end on a given day, the same for the same seed.
 * Its database can be written as it stood at the end of any of these days.
 */
public final class DemoCrm {
    /** Who may read the database. */
    public static final String USER = "kvartal";

    /** Where the company is; its days end when they end there. */
    public static final ZoneId ZONE = WorkCalendar.ZONE;

    /** Kilobytes: the whole database, so that writing it reads nothing back. */
    private static final String WIDE_CACHE = ";CACHE_SIZE=262144";

    private final World world;
    private final Plants plants;

    private DemoCrm(World world, Plants plants) {
        this.world = world;
        this.plants = plants;
    }

    public static DemoCrm simulate(long seed, Size size, LocalDate lastDay) {
        World world = World.of(seed, size, lastDay);
        WorkCalendar.enter(world);
        Picklists.enter(world);
        Geography geography = Geography.enter(world);
        Workforce workforce = Workforce.hire(world, geography);
        Currencies currencies = Currencies.quote(world);
        Catalogue catalogue = Catalogue.publish(world);
        Rivals rivals = Rivals.observe(world, catalogue);
        Findings.publish(world, catalogue, rivals);
        Customers customers = Customers.enter(world, geography, workforce);
        Leads leads = Leads.arrive(world, Campaigns.run(world), workforce);
        List<Opening> openings = new Openings(world, workforce, customers, catalogue).all(leads.conversions());
        DealBook book = new DealBook(world, SalesSetUp.enter(world), workforce, currencies);
        Sales sales = Sales.sell(world, openings, customers, new Offers(world, catalogue, rivals), book);
        Stock.count(world, catalogue, sales);
        Reorders reorders = Reorders.come(world, catalogue, customers);
        Research.publish(world, sales);
        Targets.agree(world, geography, workforce, sales);
        Trainings trainings = Trainings.hold(world, workforce);
        ServiceDesk desk = ServiceDesk.open(world, workforce, customers, catalogue, new Handling(world, trainings));
        Surveys.ask(world, customers, desk);
        Usage usage = Usage.log(world, workforce, trainings, Leave.take(world, workforce));
        List<Defect> defects = Defects.plant(world, customers, sales);
        world.history().number();
        return new DemoCrm(world, new Plants(workforce, trainings, usage, sales, reorders, defects));
    }

    /** Where JDBC finds a database file, named without its ending. */
    public static String url(Path database) {
        return "jdbc:h2:file:" + database.toAbsolutePath();
    }

    /** Replaces the database by the state at the end of a day: what came later is not there yet. */
    public void writeTo(Path database, String password, LocalDate day) throws SQLException {
        requireCovered(day);
        try (Connection connection = DriverManager.getConnection(url(database) + WIDE_CACHE, USER, password)) {
            new DatabaseWriter(connection, WorkCalendar.endOf(day)).write(world.history());
        }
    }

    /** What an analysis of the state at the end of a day should find. */
    public PlantedTruth truth(LocalDate day) {
        requireCovered(day);
        return plants.showingOn(world, day);
    }

    private void requireCovered(LocalDate day) {
        Span span = world.span();
        if (day.isBefore(span.first()) || day.isAfter(span.last())) {
            throw new IllegalArgumentException(
                    "Invalid day of the demo: " + day + " is not from " + span.first() + " to " + span.last());
        }
    }
}
