package org.kvartal.reports.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.ledger.RandomDeals.State;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Random histories against plain sums over the deals: start + changes = end, in every slice, whatever the two days. */
class LedgerTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-02-01");
    private static final int DAYS = 90;
    private static final List<LocalDate> NIGHTS = List.of(
            LocalDate.parse("2024-02-10"),
            LocalDate.parse("2024-02-20"),
            LocalDate.parse("2024-03-10"),
            LocalDate.parse("2024-03-31"),
            LocalDate.parse("2024-04-30"));
    private static final LocalDate QUARTER_END = LocalDate.parse("2024-03-31");
    private static final List<String> DEAL = List.of(
            "opportunity_id",
            "outcome",
            "owner_id",
            "product_id",
            "segment",
            "stage",
            "amount",
            "expected_close_date",
            "closed_at");

    @TempDir
    static Path folder;

    private static final Random RANDOM = new Random(7);
    private static final RandomDeals DEALS = new RandomDeals(20240201, FIRST, DAYS, 300);
    private static final Map<LocalDate, Map<String, BigDecimal>> CHANCES = new TreeMap<>();
    private static final Map<LocalDate, BigDecimal> MEANS = new TreeMap<>();
    private static PublishedNights published;

    private record Change(String bucket, Map<String, @Nullable String> slices, BigDecimal amount) {}

    @BeforeAll
    static void publish() {
        published = new PublishedNights(folder);
        for (LocalDate night : NIGHTS) {
            published.empty(night);
            published.table(
                    night,
                    CrmTables.OPPORTUNITIES,
                    DEAL,
                    DEALS.on(night).stream().map(deal -> "(" + row(deal) + ")").toList());
            publishOutlook(night);
        }
        List<String> columns = new ArrayList<>(DEAL);
        columns.addAll(List.of("valid_from", "valid_to"));
        published.table(
                NIGHTS.get(NIGHTS.size() - 1),
                HistoryTables.of(CrmTables.OPPORTUNITIES),
                columns,
                DEALS.history().stream()
                        .map(version -> "(" + row(version.state()) + ", " + literal(version.from()) + ", "
                                + literal(version.to()) + ")")
                        .toList());
    }

    private static void publishOutlook(LocalDate night) {
        Map<String, BigDecimal> chances = new TreeMap<>();
        DEALS.on(night).stream()
                .filter(deal -> deal.isOpen() && RANDOM.nextInt(10) > 0)
                .forEach(deal -> chances.put(deal.id(), BigDecimal.valueOf(RANDOM.nextInt(5) * 2500L, 4)));
        CHANCES.put(night, chances);
        published.table(
                night,
                ForecastTables.DEAL_OUTLOOK,
                List.of("opportunity_id", "win_in_quarter"),
                chances.entrySet().stream()
                        .map(chance -> "('" + chance.getKey() + "', " + chance.getValue() + ")")
                        .toList());
        BigDecimal mean = BigDecimal.valueOf(RANDOM.nextInt(500_000_000), 2);
        MEANS.put(night, mean);
        String quarter = night.isBefore(QUARTER_END)
                ? "'Q1 2024', date '2024-01-01', date '2024-03-31'"
                : "'Q2 2024', date '2024-04-01', date '2024-06-30'";
        published.table(
                night,
                ForecastTables.QUARTER_OUTLOOK,
                List.of("quarter", "first_day", "last_day", "mean", "new_mean", "evidence"),
                List.of("(" + quarter + ", " + mean + ", " + RANDOM.nextInt(1000) + ".25, '"
                        + (night.equals(NIGHTS.get(1)) ? "little" : "full") + "')"));
    }

    private static String row(State deal) {
        return String.join(
                ", ",
                literal(deal.id()),
                literal(deal.outcome()),
                literal(deal.owner()),
                literal(deal.product()),
                literal(deal.segment()),
                literal(deal.stage()),
                literal(deal.amount()),
                literal(deal.promised()),
                deal.closed() == null ? "null" : "'" + deal.closed() + " 10:00:00+00'");
    }

    private static String literal(@Nullable Object value) {
        return value == null ? "null" : "'" + value + "'";
    }

    @Test
    void explainsThePipelineBetweenAnyTwoDays() {
        Set<String> buckets = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            LocalDate from = i < 4 ? NIGHTS.get(i) : FIRST.plusDays(RANDOM.nextInt(DAYS));
            LocalDate to = i < 4 ? NIGHTS.get(4 - i) : FIRST.plusDays(RANDOM.nextInt(DAYS));
            List<Change> changes = changes(from, to, Measure.PIPELINE);
            changes.forEach(change -> buckets.add(change.bucket()));
            for (Map.Entry<String, Function<State, @Nullable Object>> slice : slices().entrySet()) {
                assertThat(plus(open(from, slice.getValue()), sums(changes, slice.getKey())))
                        .as(from + " to " + to + " by " + slice.getKey())
                        .isEqualTo(open(to, slice.getValue()));
            }
        }
        assertThat(buckets)
                .containsExactlyInAnyOrder(
                        "new",
                        "reopened",
                        "reassigned",
                        "stage_changed",
                        "pushed_out",
                        "pulled_in",
                        "up",
                        "down",
                        "won",
                        "lost",
                        "removed");
    }

    @Test
    void explainsTheOutlookBetweenAnyTwoNights() {
        Set<String> buckets = new TreeSet<>();
        for (LocalDate from : NIGHTS.subList(0, 4)) {
            for (LocalDate to : NIGHTS) {
                boolean sameQuarter = from.isBefore(QUARTER_END) == to.isBefore(QUARTER_END);
                LocalDate end = from.isBefore(QUARTER_END) || to.isBefore(QUARTER_END)
                        ? QUARTER_END
                        : LocalDate.parse("2024-06-30");
                List<Change> changes = changes(from, to, Measure.OUTLOOK);
                changes.forEach(change -> buckets.add(change.bucket()));
                for (Map.Entry<String, Function<State, @Nullable Object>> slice : slices().entrySet()) {
                    Map<String, BigDecimal> before = expected(from, end, slice.getValue());
                    Map<String, BigDecimal> after = expected(to, end, slice.getValue());
                    assertThat(without("null", plus(before, sums(changes, slice.getKey()))))
                            .as(from + " to " + to + " by " + slice.getKey())
                            .isEqualTo(without("null", after));
                }
                BigDecimal start = sameQuarter || from.isBefore(to) ? MEANS.get(from) : total(from, end);
                BigDecimal last = sameQuarter || to.isBefore(from) ? MEANS.get(to) : total(to, end);
                assertThat(changes.stream().map(Change::amount).reduce(start, BigDecimal::add))
                        .as(from + " to " + to)
                        .isEqualByComparingTo(last);
                assertThat(bridge(from, to, Measure.OUTLOOK))
                        .containsEntry("start", start.stripTrailingZeros())
                        .containsEntry("end", last.stripTrailingZeros());
            }
        }
        assertThat(buckets)
                .containsExactlyInAnyOrder(
                        "new",
                        "reopened",
                        "reassigned",
                        "resized",
                        "pushed_out",
                        "pulled_in",
                        "stage_changed",
                        "re_scored",
                        "model_change",
                        "booked",
                        "lost",
                        "removed",
                        "data_fix",
                        "not_yet_created",
                        "allowance");
    }

    @Test
    void negatesTheSumsWhenTheDaysAreSwapped() {
        for (Measure measure : Measure.values()) {
            List<Change> forth = changes(NIGHTS.get(0), NIGHTS.get(2), measure);
            List<Change> back = changes(NIGHTS.get(2), NIGHTS.get(0), measure);
            for (String slice : slices().keySet()) {
                assertThat(plus(sums(forth, slice), sums(back, slice)))
                        .as(slice)
                        .isEmpty();
            }
        }
    }

    @Test
    void printsStartBucketsAndEndOfEverySlice() {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Ledger ledger = ledger(NIGHTS.get(0), LocalDate.parse("2024-03-03"))) {
            ledger.bridge(Measure.PIPELINE, Slice.OWNER, result -> rows.addAll(rows(result)));
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, BigDecimal> ends = new TreeMap<>();
        rows.forEach(row -> (row.get("bucket").equals("end") ? ends : sums)
                .merge(row.get("owner_id"), new BigDecimal(row.get("amount")), BigDecimal::add));
        assertThat(sums).isEqualTo(ends).containsOnlyKeys("ann", "bob", "cyd");
        assertThat(normal(ends)).isEqualTo(open(LocalDate.parse("2024-03-03"), State::owner));
    }

    @Test
    void refusesDaysThatNobodyKnows() {
        try (Ledger ledger = ledger(LocalDate.parse("2023-12-31"), NIGHTS.get(0))) {
            assertThatThrownBy(() -> ledger.bridge(Measure.PIPELINE, result -> {}))
                    .isInstanceOf(DataUnreadable.class)
                    .hasMessage(
                            "Cannot tell how the deals stood on 2023-12-31: that is known from 2024-02-01 to 2024-04-30");
        }
        try (Ledger ledger = ledger(NIGHTS.get(0), LocalDate.parse("2024-03-03"))) {
            assertThatThrownBy(() -> ledger.bridge(Measure.OUTLOOK, result -> {}))
                    .hasMessage("Cannot compare the outlooks of 2024-02-10 and 2024-03-03: each day needs a published"
                            + " night that has one");
        }
    }

    private static Ledger ledger(LocalDate from, LocalDate to) {
        return Ledger.between(from, to, published.releases(), ZoneOffset.UTC);
    }

    /** The ledger, in which no deal is twice in the same bucket on the same side. */
    private static List<Change> changes(LocalDate from, LocalDate to, Measure measure) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Ledger ledger = ledger(from, to)) {
            ledger.changes(measure, result -> rows.addAll(rows(result)));
        }
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row : rows) {
            assertThat(seen.add(row.get("opportunity_id") + row.get("bucket") + row.get("direction")))
                    .as(row.toString())
                    .isTrue();
        }
        return rows.stream()
                .map(row -> new Change(row.get("bucket"), row, new BigDecimal(row.get("change_amount"))))
                .toList();
    }

    private static Map<String, BigDecimal> bridge(LocalDate from, LocalDate to, Measure measure) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Ledger ledger = ledger(from, to)) {
            ledger.bridge(measure, result -> rows.addAll(rows(result)));
        }
        return rows.stream()
                .collect(
                        toMap(row -> row.get("bucket"), row -> new BigDecimal(row.get("amount")).stripTrailingZeros()));
    }

    private static List<Map<String, String>> rows(ResultSet result) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                row.put(result.getMetaData().getColumnLabel(i), String.valueOf(result.getString(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Function<State, @Nullable Object>> slices() {
        Map<String, Function<State, @Nullable Object>> slices = new LinkedHashMap<>();
        slices.put("owner_id", State::owner);
        slices.put("product_id", State::product);
        slices.put("segment", State::segment);
        slices.put("stage", State::stage);
        slices.put(
                "expected_month",
                deal -> deal.promised() == null ? null : deal.promised().withDayOfMonth(1));
        return slices;
    }

    private static Map<String, BigDecimal> open(LocalDate day, Function<State, @Nullable Object> slice) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        DEALS.on(day).stream()
                .filter(State::isOpen)
                .forEach(deal -> sums.merge(String.valueOf(slice.apply(deal)), deal.worth(), BigDecimal::add));
        return normal(sums);
    }

    /** Won in the quarter, and amount times chance where the night looked at that quarter. */
    private static Map<String, BigDecimal> expected(
            LocalDate night, LocalDate quarterEnd, Function<State, @Nullable Object> slice) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (State deal : DEALS.on(night)) {
            sums.merge(String.valueOf(slice.apply(deal)), expected(deal, night, quarterEnd), BigDecimal::add);
        }
        return normal(sums);
    }

    private static BigDecimal expected(State deal, LocalDate night, LocalDate quarterEnd) {
        boolean looks = night.isBefore(QUARTER_END) == quarterEnd.equals(QUARTER_END);
        if (deal.isOpen()) {
            BigDecimal chance = looks ? CHANCES.get(night).getOrDefault(deal.id(), BigDecimal.ZERO) : BigDecimal.ZERO;
            return deal.worth().multiply(chance).setScale(2, RoundingMode.HALF_UP);
        }
        LocalDate start = quarterEnd.plusDays(1).minusMonths(3);
        boolean booked = deal.outcome().equals("won")
                && !deal.closed().isBefore(start)
                && !deal.closed().isAfter(quarterEnd);
        return booked ? deal.worth() : BigDecimal.ZERO;
    }

    private static BigDecimal total(LocalDate night, LocalDate quarterEnd) {
        return expected(night, quarterEnd, deal -> "all").values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> sums(List<Change> changes, String slice) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        changes.forEach(change -> sums.merge(change.slices().get(slice), change.amount(), BigDecimal::add));
        return normal(sums);
    }

    private static Map<String, BigDecimal> plus(Map<String, BigDecimal> first, Map<String, BigDecimal> second) {
        Map<String, BigDecimal> sums = new TreeMap<>(first);
        second.forEach((slice, amount) -> sums.merge(slice, amount, BigDecimal::add));
        return normal(sums);
    }

    private static Map<String, BigDecimal> without(String slice, Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> rest = new TreeMap<>(sums);
        rest.remove(slice);
        return rest;
    }

    private static Map<String, BigDecimal> normal(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> normal = new TreeMap<>();
        sums.forEach((slice, amount) -> normal.put(slice, amount.stripTrailingZeros()));
        normal.values().removeIf(amount -> amount.signum() == 0);
        return normal;
    }
}
