package org.kvartal.jobs;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.trace.Trace;
import org.kvartal.reports.trace.TraceRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/** What a whole night writes in English and the report prints, every language can say. */
class StoredWordsTest {
    private static Datasets datasets;

    @BeforeAll
    static void open() {
        datasets = Datasets.open(UndisturbedNight.PROJECT.release().resolve("data"));
    }

    @AfterAll
    static void close() {
        datasets.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            forecast.quarter_outlook        | quarter        | true
            forecast.quarter_outlook        | reason         | true
            forecast.series_forecasts       | model          | true
            forecast.series_forecasts       | reason         | true
            forecast.external_scores        | reason         | true
            forecast.training_verdicts      | verdict        | true
            forecast.training_verdicts      | note           | true
            forecast.training_checkpoints   | state          | true
            forecast.adoption_people        | state          | true
            forecast.adoption_interventions | verdict        | true
            forecast.win_drivers            | factor         | true
            forecast.win_drivers            | unit           | true
            forecast.price_gap_effect       | instrument     | true
            forecast.price_elasticities     | note           | product_id is null
            forecast.stage_model            | origin         | true
            forecast.survey_scores          | quarter        | true
            mart.encyclopedia               | fact           | topic <> 'research'
            mart.encyclopedia               | unit           | topic <> 'research'
            mart.encyclopedia               | remark         | topic <> 'research'
            mart.price_position             | match          | true
            mart.purchases_due              | stock          | true
            mart.customer_scorecard         | customer_group | true
            mart.outlook_bridge             | quarter        | true
            quality.checks                  | severity       | true
            quality.flags                   | severity       | true
            """)
    void everyWordOfTheColumnIsKnown(String table, String column, String rows) {
        List<String> words = datasets.names("select distinct %1$s from %2$s where %3$s and coalesce(%1$s, '') <> ''"
                .formatted(column, table, rows));

        assertThat(words).allMatch(Text::isPhrase);
    }

    /** Of those that stand in sentences and have a trace code. */
    @Test
    void everyPrintedPhraseIsKnown() {
        Stream<String> printed = TraceRegistry.read(UndisturbedNight.PROJECT.release()).orElseThrow().traces().stream()
                .filter(trace -> trace.kind() == Trace.Kind.PHRASE)
                .map(Trace::value);

        assertThat(printed).isNotEmpty().allMatch(Text::isPhrase);
    }
}
