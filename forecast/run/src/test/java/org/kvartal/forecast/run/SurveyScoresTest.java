package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.survey.NetPromoterScore;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.FiscalCalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SurveyScoresTest {
    private static final String[] SCORE = {"scope", "member", "asked_count", "answered_count", "person_count", "score"};

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.open(folder.resolve("lake"));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void score() {
        new SurveyScores(new FiscalCalendar(1), 3).run(lake, new AsOf(LocalDate.parse("2026-03-31"), ZoneOffset.UTC));
    }

    /** North: 5, 4, 4 of three customers; South: 2 of one, who did not answer once. Without South its answers were known. */
    @Test
    void hidesAGroupOfOneCustomerAndTheNextByWhichItCouldBeHad() {
        LakeRows.store(lake, CrmTables.ACCOUNTS, """
                account_id  name  region  segment
                a           A     North   SMB
                b           B     North   SMB
                c           C     North   SMB
                d           D     South   SMB
                """);
        LakeRows.store(lake, CrmTables.SURVEYS, """
                survey_id  survey  account_id  question  score  asked_at
                1          YEARLY  a           Happy?    5      2026-02-01
                2          YEARLY  b           Happy?    4      2026-02-01
                3          YEARLY  c           Happy?    4      2026-02-01
                4          YEARLY  d           Happy?    2      2026-02-01
                5          YEARLY  d           Happy?    -      2026-02-02
                """);
        score();

        assertThat(LakeRows.read(lake, ServiceTables.SURVEY_SCORES, SCORE))
                .containsExactly(
                        "region North - - - -", "region South - - - -", "segment SMB 5 4 4 3.75", "total - 5 4 4 3.75");
    }

    @Test
    void scoresPromotersWithTheIntervalOfTheMethod() {
        StringBuilder rows = new StringBuilder("survey_id  survey  account_id  question  score  asked_at\n");
        for (int i = 0; i < 40; i++) {
            rows.append("%d  NPS  a%d  Recommend?  %s  2026-01-15%n"
                    .formatted(i, i, i < 20 ? 10 : i < 30 ? 8 : i < 36 ? 3 : "-"));
        }
        LakeRows.store(lake, CrmTables.SURVEYS, rows.toString());
        score();

        var row = lake.rows(ServiceTables.SURVEY_SCORES).stream()
                .filter(one -> one.getField("scope").equals("total"))
                .findFirst()
                .orElseThrow();
        var expected = new NetPromoterScore(20, 10, 6).adjusted(0.95);
        assertThat(row.getField("measure")).isEqualTo("nps");
        assertThat((double) row.getField("score")).isCloseTo(expected.value(), within(1e-12));
        assertThat((double) row.getField("low")).isCloseTo(expected.low(), within(1e-12));
        assertThat((double) row.getField("response_rate")).isEqualTo(0.9);
        assertThat(row.getField("quarter")).isEqualTo("Q1 2026");
    }

    /** Forty answers of forty customers and forty of ten: the same mean, but the second tell less. */
    @Test
    void countsManyAnswersOfOneCustomerAsFew() {
        assertThat(width(40)).isLessThan(width(10));
    }

    private double width(int customers) {
        StringBuilder rows = new StringBuilder("survey_id  survey  account_id  question  score  asked_at\n");
        for (int i = 0; i < 40; i++) {
            int customer = i % customers;
            rows.append("%d  Q  a%d  Happy?  %d  2026-01-15%n".formatted(i, customer, customer % 2 == 0 ? 5 : 3));
        }
        LakeRows.store(lake, CrmTables.SURVEYS, rows.toString());
        score();
        var row = lake.rows(ServiceTables.SURVEY_SCORES).get(0);
        return (double) row.getField("high") - (double) row.getField("low");
    }
}
