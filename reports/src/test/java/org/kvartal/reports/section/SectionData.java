package org.kvartal.reports.section;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.gate.GateTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.data.ReportData;

/**
 * A release for the tests of sections: every published table that sections read, empty but for the rows that a test
 * gives. Whatever is given is written to Parquet and read back as in a night.
 */
public final class SectionData implements BeforeEachCallback, AfterEachCallback {
    private static final Pattern TABLE = Pattern.compile("create table ([a-z_.]+) \\([^;]*\\)", Pattern.MULTILINE);
    private static final Map<String, String> DEFINITIONS = definitions();

    /** Files of the tables without rows, which most tables of most tests are: written once, then copied. */
    private static final Map<String, byte[]> EMPTY = new ConcurrentHashMap<>();

    private final LocalDate asOf;
    private final ProjectSettings project;
    private final List<Datasets> opened = new ArrayList<>();
    private final Set<String> changed = new HashSet<>();
    private @Nullable Path folder;
    private @Nullable Connection connection;

    private SectionData(LocalDate asOf, int firstMonth) {
        this.asOf = asOf;
        this.project =
                new ProjectSettings("Northwind", "EUR", ZoneOffset.UTC, new FiscalCalendar(firstMonth), List.of("en"));
    }

    /** A release of a company whose fiscal year begins in January. */
    public static SectionData asOf(String date) {
        return new SectionData(LocalDate.parse(date), 1);
    }

    public static SectionData asOf(String date, int firstMonthOfFiscalYear) {
        return new SectionData(LocalDate.parse(date), firstMonthOfFiscalYear);
    }

    /** The tables that a release holds, by name, each with the statement that creates it. */
    static Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        try (var marts = SectionData.class.getResourceAsStream("marts.sql")) {
            Matcher table = TABLE.matcher(new String(marts.readAllBytes(), StandardCharsets.UTF_8));
            while (table.find()) {
                definitions.put(table.group(1), table.group());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream.of(CrmTables.ALL, ForecastTables.ALL, QualityTables.ALL, GateTables.ALL)
                .flatMap(List::stream)
                .forEach(spec -> definitions.put(spec.qualifiedName(), definition(spec)));
        return definitions;
    }

    private static String definition(TableSpec spec) {
        List<String> columns = spec.columns().stream()
                .map(column -> '"' + column.name() + "\" " + type(column.type().sqlType()))
                .toList();
        return "create table " + spec.qualifiedName() + " (" + String.join(", ", columns) + ")";
    }

    private static String type(String sparkType) {
        return sparkType.equals("string") ? "varchar" : sparkType.equals("timestamp") ? "timestamptz" : sparkType;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, SQLException {
        folder = Files.createTempDirectory("section-data");
        connection = DriverManager.getConnection("jdbc:duckdb:");
        for (String namespace : List.of("mart", "crm", "forecast", "quality")) {
            execute("create schema " + namespace);
        }
        for (String definition : DEFINITIONS.values()) {
            execute(definition);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException, SQLException {
        opened.forEach(Datasets::close);
        connection.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** @param values rows in parentheses separated by commas, or a query that selects them */
    public SectionData rows(String table, String columns, String values) {
        String source = values.startsWith("select") ? values : "values " + values;
        changed.add(table);
        execute("insert into " + table + " (" + columns + ") " + source);
        return this;
    }

    /** Changes a table by any statement. */
    public SectionData change(String table, String sql) {
        changed.add(table);
        execute(sql);
        return this;
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot execute " + sql + ": " + e.getMessage(), e);
        }
    }

    /** Fills the marts of closed deals from {@code mart.opportunities_as_of}, as their own SQL does. */
    public SectionData withMartsOfClosedDeals() {
        change(
                "mart.opportunities_as_of",
                "update mart.opportunities_as_of set close_month = date_trunc('month', close_date)");
        rows(
                "mart.sales_lines",
                "basis, document_key, line, day, product_id, region, team_id, owner_id, segment, amount",
                "select 'bookings', opportunity_id, 0, close_date, product_id, region, team_id, owner_id, segment,"
                        + " coalesce(amount, 0) from mart.opportunities_as_of where outcome = 'won'");
        rows(
                "mart.bookings_by_month",
                "month, product_id, region, team_id, owner_id, segment, won_count, won_amount",
                "select close_month, product_id, region, team_id, owner_id, segment, count(*), coalesce(sum(amount), 0)"
                        + " from mart.opportunities_as_of where outcome = 'won' group by all");
        return rows(
                "mart.closed_by_month",
                "month, region, product_id, source, won_count, lost_count, won_amount, lost_amount",
                "select close_month, region, product_id, source, count_if(outcome = 'won'), count_if(outcome = 'lost'),"
                        + " 0, 0 from mart.opportunities_as_of where outcome <> 'open' group by all");
    }

    /** Fills the mart of stages from {@code mart.open_opportunities}, as its own SQL does. */
    public SectionData withMartOfStages() {
        return rows(
                "mart.pipeline_by_stage",
                "stage, region, product_id, open_count, open_amount, weighted_amount, without_amount_count, age_days,"
                        + " overdue_count, overdue_amount, stuck_count, stuck_amount",
                "select stage, region, product_id, count(*), coalesce(sum(amount), 0),"
                        + " coalesce(sum(cast(amount * probability as decimal(18, 2))), 0), count_if(amount is null),"
                        + " coalesce(sum(age_days), 0), count_if(overdue),"
                        + " coalesce(sum(amount) filter (where overdue), 0), count_if(stuck),"
                        + " coalesce(sum(amount) filter (where stuck), 0) from mart.open_opportunities group by all");
    }

    /** The release on its first night. */
    public ReportData published() {
        return new ReportData(datasets(), project, asOf, null);
    }

    public ReportData publishedAfter(String previous) {
        return new ReportData(datasets(), project, asOf, LocalDate.parse(previous));
    }

    /** Writes the datasets of the release to a folder. */
    public Path exported(Path data) {
        DEFINITIONS.keySet().forEach(table -> export(table, data.resolve(table.replace('.', '/'))));
        return data;
    }

    public ProjectSettings project() {
        return project;
    }

    /** A release in which a table is missing. */
    public ReportData publishedWithout(String table) throws IOException {
        Path data = exported(folder.resolve("release-" + opened.size()));
        Path missing = data.resolve(table.replace('.', '/'));
        Files.delete(missing.resolve("part-00000.parquet"));
        Files.delete(missing);
        return new ReportData(opened(data), project, asOf, null);
    }

    private Datasets datasets() {
        return opened(exported(folder.resolve("release-" + opened.size())));
    }

    private Datasets opened(Path data) {
        Datasets datasets = Datasets.open(data);
        opened.add(datasets);
        return datasets;
    }

    private void export(String table, Path target) {
        Path file = target.resolve("part-00000.parquet");
        try {
            Files.createDirectories(target);
            if (!changed.contains(table) && EMPTY.containsKey(table)) {
                Files.write(file, EMPTY.get(table));
                return;
            }
            execute("copy " + table + " to '" + file + "' (format parquet)");
            if (!changed.contains(table)) {
                EMPTY.put(table, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
