package org.kvartal.forecast.run;

import org.kvartal.forecast.pipeline.QuarterOutlook;
import org.kvartal.forecast.run.adoption.Adoption;
import org.kvartal.forecast.timeseries.combination.Auto;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.settings.ProjectSettings;

/** The module's steps. Each reads clean tables and replaces the forecast tables it owns. */
public final class Forecasts {
    private final Night night;
    private final ProjectSettings project;
    private final ForecastSettings settings;
    private final AreaSettings areas;

    public Forecasts(Night night, ProjectSettings project, ForecastSettings settings, AreaSettings areas) {
        this.night = night;
        this.project = project;
        this.settings = settings;
        this.areas = areas;
    }

    /**
     * What is sold, ordered, delivered and asked for month by month: {@code forecast.series_forecasts}, {@code
     * forecast.series_backtest} and {@code forecast.series_accuracy}.
     */
    public void forecastSeries() {
        new SeriesForecasts(Auto::new, settings.horizonMonths()).run(night);
    }

    /**
     * Bookings of the quarter that the next day belongs to: {@code forecast.quarter_outlook} and
     * {@code forecast.deal_outlook}. On the last day of a quarter that is the quarter to come.
     */
    public void forecastQuarter() {
        new QuarterForecast(quarterOutlook())
                .run(
                        night.lake(),
                        night.asOf(),
                        project.fiscalCalendar().quarterOf(night.asOf().date().plusDays(1)));
    }

    /** How the outlook would have done in past quarters: {@code forecast.outlook_backtest}. */
    public void scoreOutlook() {
        new OutlookRecord(quarterOutlook(), project.fiscalCalendar()).run(night.lake(), night.asOf());
    }

    private QuarterOutlook quarterOutlook() {
        return new QuarterOutlook(day -> project.fiscalCalendar().quarterOf(day).lastDay());
    }

    /**
     * How deals go through their stages: {@code forecast.stage_model}, {@code forecast.stage_velocity} and {@code
     * forecast.stage_conformance}.
     */
    public void measureStages() {
        new StageMeasurement(settings.stages(), settings.skippableStages()).run(night);
    }

    /** Win rates and whether they differ: {@code forecast.win_rates} and {@code forecast.win_rate_rankings}. */
    public void rankWinRates() {
        new WinRateRanking().run(night);
    }

    /**
     * Won beside lost, and sales beside prices: {@code forecast.rival_results}, {@code lost_reasons}, {@code win_drivers},
     * {@code price_gap_effect}, {@code price_elasticities} and {@code promotion_effects}.
     */
    public void compareWins() {
        new WinComparison().run(night);
    }

    /** Forecasts of others, scored and blended with ours: {@code forecast.external_scores} and {@code external_blend}. */
    public void blendExternalForecasts() {
        new ExternalForecasts(new Auto(), settings.horizonMonths()).run(night.lake(), night.asOf());
    }

    /** Which products of competitors stand against which own ones: {@code forecast.product_matches} and {@code copied_prices}. */
    public void matchProducts() {
        new ProductMatches(night.lake(), night.asOf().date()).run();
    }

    /**
     * Prices, own and of competitors: from when to when each was valid, {@code forecast.price_versions}, and how they
     * moved on the whole, {@code forecast.price_indices}.
     */
    public void indexPrices() {
        new PriceVersions(areas.prices().maximumAgeDays()).run(night);
        PriceIndices.run(night);
    }

    /** What customers will buy, and when: {@code forecast.customer_values}, {@code replenishments} and their checks. */
    public void valueCustomers() {
        new CustomerValues().run(night);
    }

    /** What is beyond chance tonight, and where: {@code forecast.kpi_anomalies} and {@code kpi_attributions}. */
    public void watchKpis() {
        new KpiAnomalies(project.fiscalCalendar()).run(night);
    }

    /** How long each request has taken, and where the time went: {@code forecast.request_times}. */
    public void timeRequests() {
        new RequestTimes(areas.service()).run(night);
    }

    /**
     * By when requests end, which open ones will be late, and how promises were kept: {@code forecast.request_survival},
     * {@code forecast.request_risk} and {@code forecast.request_promises}.
     */
    public void measureService() {
        new ServiceMeasurement(project.fiscalCalendar()).run(night);
    }

    /**
     * What courses changed, who passed what, who trained whom: {@code forecast.training_verdicts}, {@code training_effects},
     * {@code training_checkpoints}, {@code training_skills} and {@code training_cascade}.
     */
    public void measureTraining() {
        new TrainingEffects(areas.training(), areas.adoption()).run(night);
    }

    /** Who uses the CRM, and what was done about it: {@code forecast.adoption_use} and the other {@code adoption_} tables. */
    public void followAdoption() {
        new Adoption(areas.adoption()).run(night.lake(), night.asOf());
    }

    /** What customers answered when they were asked: {@code forecast.survey_scores}. */
    public void scoreSurveys() {
        new SurveyScores(project.fiscalCalendar(), areas.adoption().minimumGroup()).run(night.lake(), night.asOf());
    }
}
