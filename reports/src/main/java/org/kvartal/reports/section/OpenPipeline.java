package org.kvartal.reports.section;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;

/**
 * The open opportunities as a whole.
 *
 * @param weighted amount times the chance that the CRM states
 * @param overdue deals past their promised close
 * @param promised deals with a promised close; without any, none can be overdue
 * @param limited deals of which it can be told whether they are stuck, because enough were won before
 * @param stuck deals open or in their stage for longer than nearly all that were won
 */
public record OpenPipeline(
        Fact count,
        Fact amount,
        Fact weighted,
        Fact overdue,
        Fact overdueShare,
        Fact stuck,
        Fact stuckShare,
        Fact medianAge,
        Fact promised,
        Fact limited) {
    public static final String DEALS = "mart.open_opportunities";
    public static final String STAGES = "mart.pipeline_by_stage";
    public static final Unit COUNT = Unit.count("opportunities");

    public static OpenPipeline read(ReportData data) {
        return new OpenPipeline(
                data.fact(Origin.of(DEALS, "count(*)"), COUNT),
                data.fact(Origin.of(DEALS, "sum(amount)"), data.money()),
                data.fact(
                        STAGES,
                        "exists (select 1 from " + DEALS + " where amount is not null and probability is not null)",
                        "sum(weighted_amount)",
                        data.money()),
                data.fact(DEALS, "overdue", "count(*)", COUNT),
                data.fact(Origin.of(STAGES, Measures.OVERDUE_SHARE.sql()), Unit.RATE),
                data.fact(DEALS, "stuck", "count(*)", COUNT),
                data.fact(Origin.of(STAGES, Measures.STUCK_SHARE.sql()), Unit.RATE),
                data.fact(Origin.of(DEALS, "median(age_days)"), Unit.measure("days", 0)),
                data.fact(Origin.of(DEALS, "count(expected_close_date)"), COUNT),
                data.fact(Origin.of(DEALS, "count(coalesce(age_limit_days, stage_limit_days))"), COUNT));
    }

    /** Whether any deal has a promised close, so that it can be overdue. */
    public boolean hasPromises() {
        return isPositive(promised);
    }

    /** Whether it can be told of any deal that it is stuck. */
    public boolean hasLimits() {
        return isPositive(limited);
    }

    private static boolean isPositive(Fact fact) {
        return fact.number().orElseThrow().signum() > 0;
    }

    /** Whether amounts can be told; a pipeline of deals without any has an amount of nothing. */
    public boolean hasAmounts() {
        return amount.number().map(number -> number.signum() != 0).orElse(false);
    }
}
