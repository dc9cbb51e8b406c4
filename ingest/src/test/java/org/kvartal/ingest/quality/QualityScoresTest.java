package org.kvartal.ingest.quality;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;

import static org.assertj.core.api.Assertions.assertThat;

class QualityScoresTest {
    private static final TableSpec ACCOUNTS = QualityTables.stored(CrmTables.ACCOUNTS);

    @TempDir
    Path folder;

    /** Accounts have 11 columns. Of ann's two rows the one has id, name and owner, the other also country and date. */
    @Test
    void countsByTableSourceAndOwnerAndKeepsEarlierNights() {
        try (Lake lake = Lake.open(folder.resolve("lake"))) {
            lake.replace(
                    ACCOUNTS,
                    Stream.of(
                            account("crm:1", "crm:ann", null, null),
                            account("crm:2", "crm:ann", "SK", "2024-05-01T08:00Z"),
                            account("web:1", null, "CZ", "2024-05-03T08:00Z")));
            lake.replace(
                    QualityTables.FLAGS,
                    Stream.of(
                            flag("accounts", "no-industry", "crm:1", "industry"),
                            flag("accounts", "spelling", "web:1", "")));
            score(lake, "2024-05-03");
            lake.replace(ACCOUNTS, Stream.<Object[]>of(account("crm:1", "crm:ann", "SK", null)));
            score(lake, "2024-05-04");

            assertThat(scores(lake))
                    .containsExactlyInAnyOrder(
                            "2024-05-03 table accounts 3 33 12 2 2024-05-03T08:00Z",
                            "2024-05-03 source crm 2 22 8 1 2024-05-01T08:00Z",
                            "2024-05-03 source web 1 11 4 1 2024-05-03T08:00Z",
                            "2024-05-03 owner crm:ann 2 22 8 1 2024-05-01T08:00Z",
                            "2024-05-04 table accounts 1 11 4 0 null",
                            "2024-05-04 source crm 1 11 4 0 null",
                            "2024-05-04 owner crm:ann 1 11 4 0 null");
        }
    }

    private static void score(Lake lake, String day) {
        new QualityScores(lake, new AsOf(LocalDate.parse(day), ZoneOffset.UTC)).write(List.of(CrmTables.ACCOUNTS));
    }

    private static Object[] account(String id, String owner, String country, String created) {
        Map<String, Object> values = new HashMap<>();
        values.put("account_id", id);
        values.put("name", "Acme");
        values.put("owner_id", owner);
        values.put("country", country);
        values.put("created_at", created == null ? null : OffsetDateTime.parse(created));
        values.put("_source", id.substring(0, 3));
        return ACCOUNTS.columnNames().stream().map(values::get).toArray();
    }

    private static Object[] flag(String table, String rule, String key, String column) {
        return new Object[] {table, "row", rule, "warning", key, column, null, "why", "crm", null, null};
    }

    private static List<String> scores(Lake lake) {
        List<String> columns = List.of(
                "night", "scope_kind", "scope", "row_count", "cell_count", "filled_count", "valid_count", "newest_at");
        return lake.rows(QualityTables.SCORES).stream()
                .map(row ->
                        columns.stream().map(row::getField).map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }
}
