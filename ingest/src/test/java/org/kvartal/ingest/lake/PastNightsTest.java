package org.kvartal.ingest.lake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.text;

/** A night for 2 March that is run after those of 1 and 3 March. */
class PastNightsTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-03-01");
    private static final LocalDate BETWEEN = LocalDate.parse("2024-03-02");
    private static final LocalDate NEWEST = LocalDate.parse("2024-03-03");
    private static final LocalDate NEXT = LocalDate.parse("2024-03-04");
    private static final TableSpec DIARY = table("diary");
    private static final TableSpec YOUNG = table("young");
    private static final TableSpec NEW = table("new");

    @TempDir
    Path folder;

    private Lake lake;

    private static TableSpec table(String name) {
        return TableSpec.of("crm", name, "", List.of("night"), id("night", ""), text("said", ""));
    }

    @BeforeEach
    void publishTheFirstAndTheNewest() {
        lake = Lake.open(folder);
        lake.startNight(FIRST);
        add(DIARY, "first");
        lake.publishNight(FIRST);
        lake.startNight(NEWEST);
        add(DIARY, "newest");
        add(YOUNG, "newest");
        lake.publishNight(NEWEST);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void beginsWithWhatWasPublishedBeforeIt() {
        lake.startNight(BETWEEN);

        assertThat(nights(DIARY)).containsExactly("first");
        assertThat(nights(YOUNG)).isEmpty();
        assertThat(lake.rowCount(YOUNG)).isZero();
    }

    @Test
    void isKeptUnderItsDateAndSeenByNoOther() {
        lake.startNight(BETWEEN);
        add(DIARY, "between");
        add(YOUNG, "between");
        add(NEW, "between");
        lake.publishNight(BETWEEN);

        assertThat(nights(BETWEEN, DIARY)).containsExactly("between", "first");
        assertThat(nights(BETWEEN, YOUNG)).containsExactly("between");
        assertThat(nights(BETWEEN, NEW)).containsExactly("between");
        assertThat(nights(NEWEST, DIARY)).containsExactly("first", "newest");

        lake.startNight(NEXT);
        assertThat(nights(DIARY)).containsExactly("first", "newest");
        assertThat(nights(YOUNG)).containsExactly("newest");
        assertThat(nights(NEW)).isEmpty();
    }

    @Test
    void isPublishedOnceMoreWithoutTakingTheNewestForItself() {
        lake.startNight(BETWEEN);
        add(DIARY, "between");
        lake.publishNight(BETWEEN);
        lake.publishNight(BETWEEN);

        assertThat(nights(BETWEEN, DIARY)).containsExactly("between", "first");
    }

    @Test
    void goesOnFromItselfWhenItsDateIsRunAgain() {
        lake.startNight(FIRST);

        assertThat(nights(DIARY)).containsExactly("first");
        add(DIARY, "again");
        lake.publishNight(FIRST);
        assertThat(nights(FIRST, DIARY)).containsExactly("again", "first");
        assertThat(nights(NEWEST, DIARY)).containsExactly("first", "newest");
    }

    @Test
    void hasNothingBeforeTheFirst() {
        lake.startNight(FIRST.minusDays(1));

        assertThat(nights(DIARY)).isEmpty();
        lake.publishNight(FIRST.minusDays(1));
        assertThat(lake.publishedDates(DIARY)).containsExactly(FIRST.minusDays(1), FIRST, NEWEST);
        lake.startNight(NEXT);
        assertThat(nights(DIARY)).containsExactly("first", "newest");
    }

    private void add(TableSpec table, String night) {
        try (LakeWriter writer = lake.replacing(table, Map.of("night", night))) {
            writer.write(new Object[] {night, "x"});
            writer.commit();
        }
    }

    private List<String> nights(TableSpec table) {
        return lake.rows(table, Expressions.alwaysTrue()).stream()
                .map(row -> (String) row.getField("night"))
                .sorted()
                .toList();
    }

    private List<String> nights(LocalDate asOf, TableSpec table) {
        return Stream.of(lake.asOf(asOf).rows(table, Map.of()))
                .flatMap(List::stream)
                .map(row -> (String) row.getField("night"))
                .sorted()
                .toList();
    }
}
