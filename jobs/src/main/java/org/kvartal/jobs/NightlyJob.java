package org.kvartal.jobs;

import org.kvartal.forecast.run.Forecasts;
import org.kvartal.ingest.Ingest;
import org.kvartal.jobs.run.RunRecord;
import org.kvartal.jobs.run.Steps;
import org.kvartal.reports.Reports;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The nightly run. Each step reads the tables that the steps above it wrote. */
@Configuration
public class NightlyJob {
    public static final String NAME = "nightly";

    @Bean
    Job nightly(Steps steps, Ingest ingest, Forecasts forecasts, Reports reports, RunRecord record) {
        return steps.job(NAME)
                .start(steps.step("check-sources", ingest::checkSources))
                .next(steps.step("extract", ingest::extract))
                .next(steps.step("load-tables", ingest::loadTables))
                .next(steps.step("check-references", ingest::checkReferences))
                .next(steps.step("match-identities", ingest::matchIdentities))
                .next(steps.step("score-quality", ingest::scoreQuality))
                .next(steps.step("judge-gates", ingest::judgeGates))
                .next(steps.step("record-history", ingest::recordHistory))
                .next(steps.step("match-products", forecasts::matchProducts))
                .next(steps.step("forecast-series", forecasts::forecastSeries))
                .next(steps.step("forecast-quarter", forecasts::forecastQuarter))
                .next(steps.step("score-outlook", forecasts::scoreOutlook))
                .next(steps.step("measure-stages", forecasts::measureStages))
                .next(steps.step("rank-win-rates", forecasts::rankWinRates))
                .next(steps.step("compare-wins", forecasts::compareWins))
                .next(steps.step("blend-external-forecasts", forecasts::blendExternalForecasts))
                .next(steps.step("index-prices", forecasts::indexPrices))
                .next(steps.step("value-customers", forecasts::valueCustomers))
                .next(steps.step("watch-kpis", forecasts::watchKpis))
                .next(steps.step("time-requests", forecasts::timeRequests))
                .next(steps.step("measure-service", forecasts::measureService))
                .next(steps.step("measure-training", forecasts::measureTraining))
                .next(steps.step("follow-adoption", forecasts::followAdoption))
                .next(steps.step("score-surveys", forecasts::scoreSurveys))
                .next(steps.step("build-marts", reports::buildMarts))
                .next(steps.step("judge-marts", reports::judgeMarts))
                .next(steps.step("export-datasets", reports::exportDatasets))
                .next(steps.step("render-report", reports::renderReport))
                .next(steps.step("describe-datasets", reports::describeDatasets))
                .next(steps.step("record-run", record::write))
                .next(steps.step("publish", reports::publish))
                .build();
    }
}
