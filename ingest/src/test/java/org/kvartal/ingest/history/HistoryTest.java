package org.kvartal.ingest.history;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;

import static org.assertj.core.api.Assertions.assertThat;

/** Nights over two sources: {@code crm} keeps the changes of its opportunities, {@code web} does not. */
class HistoryTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final TableSpec OPPORTUNITIES = QualityTables.stored(CrmTables.OPPORTUNITIES);
    private static final TableSpec CHANGES = QualityTables.stored(CrmTables.OPPORTUNITY_CHANGES);

    @TempDir
    Path folder;

    private Lake lake;
    private LocalDate previous;

    @BeforeEach
    void open() {
        lake = Lake.open(folder.resolve("lake"));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void findsTheVersionsBeforeTheFirstNightInTheAudit() {
        audit(
                change("crm:1", "2024-05-01T08:00Z", "stage", null, "Talk"),
                change("crm:1", "2024-05-02T23:30Z", "stage", "Talk", "Offer"),
                change("crm:1", "2024-05-02T23:40Z", "amount", "80.00", "100.00"),
                change("crm:1", "2024-05-05T10:00Z", "stage", "Offer", "Closed"),
                change("crm:1", "2024-05-05T11:00Z", "probability", "a tenth", "1.0"));
        night("2024-05-06", deal("crm:1", "Closed", "won", "100.00", "2024-05-05T10:00Z"));

        assertThat(versions())
                .containsExactly(
                        "crm:1 Talk open 80.00  2024-05-01..2024-05-03",
                        "crm:1 Offer open 100.00  2024-05-03..2024-05-05",
                        "crm:1 Closed won 100.00 2024-05-05T10:00Z 2024-05-05..");
    }

    @Test
    void datesAChangeBetweenTwoNightsByTheAudit() {
        night("2024-05-02", deal("crm:1", "Talk", "open", "100.00", null));
        audit(
                change("crm:1", "2024-05-04T10:00Z", "stage", "Talk", "Offer"),
                change("crm:1", "2024-05-05T10:00Z", "stage", "Offer", "Final"));
        night("2024-05-06", deal("crm:1", "Final", "open", "100.00", null));

        assertThat(versions())
                .containsExactly(
                        "crm:1 Talk open 100.00  2024-05-01..2024-05-04",
                        "crm:1 Offer open 100.00  2024-05-04..2024-05-05",
                        "crm:1 Final open 100.00  2024-05-05..");
    }

    @Test
    void comparesNightsWhereTheSourceKeepsNoChanges() {
        night("2024-05-02", deal("web:1", "Talk", "open", "100.00", null), deal("web:2", "Talk", "open", "5.00", null));
        night("2024-05-03", deal("web:1", "Offer", "open", "100.00", null));
        night("2024-05-04", deal("web:1", "Offer", "open", "120.00", null));

        assertThat(versions())
                .containsExactly(
                        "web:1 Talk open 100.00  2024-05-02..2024-05-03",
                        "web:1 Offer open 100.00  2024-05-03..2024-05-04",
                        "web:1 Offer open 120.00  2024-05-04..",
                        "web:2 Talk open 5.00  2024-05-02..2024-05-03");
        assertThat(changes())
                .containsExactlyInAnyOrder(
                        "web:1 2024-05-02T22:00Z stage Talk Offer",
                        "web:1 2024-05-03T22:00Z amount 100.00 120.00",
                        "web:1 2024-05-03T22:00Z amount_original 100.00 120.00");
    }

    @Test
    void keepsTheAuditOfOneSourceBesideWhatNightsHaveSeenOfAnother() {
        audit(change("crm:1", "2024-05-01T09:00Z", "stage", "Talk", "Offer"));
        night("2024-05-02", deal("web:1", "Talk", "open", "100.00", null));
        night("2024-05-03", deal("web:1", "Offer", "open", "100.00", null));

        assertThat(changes())
                .containsExactly(
                        "crm:1 2024-05-01T09:00Z stage Talk Offer", "web:1 2024-05-02T22:00Z stage Talk Offer");
    }

    @Test
    void canRepeatANightAndLetsAnotherStateOfItPrevail() {
        night("2024-05-02", deal("web:1", "Talk", "open", "100.00", null));
        night("2024-05-03", deal("web:1", "Offer", "open", "100.00", null));
        previous = LocalDate.parse("2024-05-02");
        night("2024-05-03", deal("web:1", "Final", "open", "100.00", null));

        assertThat(versions())
                .containsExactly(
                        "web:1 Talk open 100.00  2024-05-02..2024-05-03", "web:1 Final open 100.00  2024-05-03..");
        assertThat(changes()).containsExactly("web:1 2024-05-02T22:00Z stage Talk Final");
    }

    @Test
    void changesNothingOnANightBeforeTheLast() {
        night("2024-05-02", deal("web:1", "Talk", "open", "100.00", null));
        night("2024-05-04", deal("web:1", "Offer", "open", "100.00", null));
        List<String> before = versions();
        night("2024-05-03", deal("web:1", "Strange", "open", "100.00", null));

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void takesBackOnAnOldDateWhatTheAuditSaysCameAfterIt() {
        night("2024-05-02", deal("crm:1", "Talk", "open", "100.00", null), deal("web:1", "Talk", "open", "5.00", null));
        audit(
                change("crm:1", "2024-05-03T10:00Z", "stage", "Talk", "Offer"),
                change("crm:1", "2024-05-05T10:00Z", "stage", "Offer", "Closed"));
        Object[] closed = deal("crm:1", "Closed", "won", "100.00", "2024-05-05T10:00Z");
        night("2024-05-06", closed, deal("web:1", "Offer", "open", "5.00", null));

        LocalDate between = LocalDate.parse("2024-05-04");
        lake.startNight(between);
        lake.replace(OPPORTUNITIES, Stream.of(closed, deal("web:1", "Talk", "open", "5.00", null)));
        new PastVersions(lake, lake.asOf(LocalDate.parse("2024-05-06")), between)
                .takeBack(CrmTables.OPPORTUNITIES, Set.of("crm"));

        assertThat(lake.rows(OPPORTUNITIES))
                .extracting(row -> row.getField("opportunity_id") + " " + row.getField("stage") + " "
                        + row.getField("outcome") + " " + row.getField("closed_at"))
                .containsExactlyInAnyOrder("crm:1 Offer open null", "web:1 Talk open null");
    }

    private void night(String day, Object[]... deals) {
        LocalDate date = LocalDate.parse(day);
        lake.startNight();
        lake.replace(OPPORTUNITIES, Stream.of(deals));
        try (Night night = new Night(new AsOf(date, ZONE), previous, Lake.open(folder.resolve("lake")), folder)) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                new History(
                                night,
                                table -> table.equals(CrmTables.OPPORTUNITY_CHANGES)
                                        ? Set.of("crm")
                                        : Set.of("crm", "web"))
                        .record();
            }
        }
        lake.publishNight(date);
        previous = date;
    }

    private void audit(Object[]... changes) {
        lake.startNight();
        lake.replace(CHANGES, Stream.of(changes));
        lake.publishNight(previous == null ? LocalDate.parse("2024-04-30") : previous);
    }

    private static Object[] change(String id, String at, String field, String oldValue, String newValue) {
        return new Object[] {id, OffsetDateTime.parse(at), field, oldValue, newValue, null, "crm", "AUDIT", null};
    }

    private static Object[] deal(String id, String stage, String outcome, String amount, String closed) {
        Map<String, Object> values = new HashMap<>();
        values.put("opportunity_id", id);
        values.put("stage", stage);
        values.put("outcome", outcome);
        values.put("amount", new BigDecimal(amount));
        values.put("amount_original", new BigDecimal(amount));
        values.put("currency", "EUR");
        values.put("created_at", OffsetDateTime.parse("2024-05-01T08:00Z"));
        values.put("closed_at", closed == null ? null : OffsetDateTime.parse(closed));
        values.put("_source", id.substring(0, id.indexOf(':')));
        return OPPORTUNITIES.columnNames().stream().map(values::get).toArray();
    }

    private List<String> versions() {
        return texts(
                HistoryTables.of(CrmTables.OPPORTUNITIES),
                List.of("opportunity_id", "stage", "outcome", "amount", "closed_at", "valid_from", "valid_to"),
                "%s %s %s %s %s %s..%s");
    }

    private List<String> changes() {
        return texts(
                CHANGES, List.of("opportunity_id", "changed_at", "field", "old_value", "new_value"), "%s %s %s %s %s");
    }

    private List<String> texts(TableSpec table, List<String> columns, String format) {
        List<List<String>> rows = new ArrayList<>();
        lake.rows(table)
                .forEach(row -> rows.add(columns.stream()
                        .map(row::getField)
                        .map(value -> value == null ? "" : value.toString())
                        .collect(Collectors.toList())));
        rows.sort((one, other) ->
                (one.get(0) + one.get(columns.size() - 2)).compareTo(other.get(0) + other.get(columns.size() - 2)));
        return rows.stream().map(row -> format.formatted(row.toArray())).toList();
    }
}
