package org.kvartal.reports.section;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;

/**
 * How many outcomes of past quarters fell into the band of the outlook that promised a share of them, by the probability
 * that each forecast gave to less than what came. That probability lies between (1 - c) / 2 and (1 + c) / 2 when the band
 * of coverage c held.
 * <pre>
 *   least = c - 1.645 sqrt(c (1 - c) / n)       n: forecasts
 * </pre>
 * With a true coverage of c, fewer than this share of the forecasts holding is bad luck once in twenty times. Several
 * forecasts of one quarter are not independent, so that this is the least that can be said for the outlook.
 *
 * @param share of the outcomes within the band, with its 95 % interval
 * @param held outcomes within the band
 * @param forecasts made for past quarters from what was known then
 * @param least share that bad luck explains
 */
public record BandRecord(Estimate share, Fact held, Fact forecasts, Fact least) {
    public static final String TABLE = "forecast.outlook_backtest";

    /** The forecasts of the outlook itself. */
    public static final String OUTLOOK = Condition.is("method", "outlook") + " and rank is not null";

    private static final Unit COUNT = Unit.count("forecasts");

    /** @param percent outcomes in a hundred that the band promised: 80 */
    public static BandRecord of(ReportData data, int percent) {
        return where(data, "rank between 0.5 - " + percent + " / 200.0 and 0.5 + " + percent + " / 200.0", percent);
    }

    /** How many outcomes stayed below the value that they were to stay below with this probability. */
    public static BandRecord below(ReportData data, int percent) {
        return where(data, "rank <= " + percent + " / 100.0", percent);
    }

    private static BandRecord where(ReportData data, String condition, int percent) {
        Origin rows = Origin.of(TABLE, "count(*)").where(OUTLOOK);
        String share = percent + " / 100.0";
        return new BandRecord(
                Share.of(data, rows, "cast(" + condition + " as integer)", "1"),
                data.fact(new Origin(TABLE, OUTLOOK, "count_if(" + condition + ")"), COUNT),
                data.fact(rows, COUNT),
                data.fact(
                        new Origin(
                                TABLE,
                                OUTLOOK,
                                share + " - 1.645 * sqrt(" + share + " * (1 - " + share + ") / nullif(count(*), 0))"),
                        Unit.RATE));
    }

    /** Whether fewer held than bad luck explains. */
    public boolean isAlarming() {
        return share.value()
                .number()
                .flatMap(held -> least.number().map(limit -> held.compareTo(limit) < 0))
                .orElse(false);
    }
}
