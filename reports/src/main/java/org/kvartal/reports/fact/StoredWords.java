package org.kvartal.reports.fact;

import java.util.List;

/**
 * The words that tables hold in English because the product itself wrote them: as they are, or with places for what the
 * night put in. A word that means two things in another language stands where it means only one.
 */
final class StoredWords {
    /** Names of quarters, and fiscal years by the month in which they begin or the week in which they end. */
    static final List<Phrases> CALENDAR = Phrases.of(
            "Q{0} {1} so far",
            "Q{0} {1}",
            "fiscal year from {0}",
            "Solar Hijri fiscal year from {0}",
            "fiscal year of weeks to the last {0} of {1}",
            "fiscal year of weeks to the {0} nearest to the end of {1}",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "Farvardin",
            "Ordibehesht",
            "Khordad",
            "Tir",
            "Mordad",
            "Shahrivar",
            "Mehr",
            "Aban",
            "Azar",
            "Dey",
            "Bahman",
            "Esfand");

    /** How the quarter is forecast, or why it is not: {@code forecast.quarter_outlook}. */
    static final List<Phrases> OUTLOOK = Phrases.of(
            "Hazards by everything on record of a deal, from {0} closed deals ({1} won).",
            "Hazards by four weeks of age: {0} closed deals ({1} won), {2} won and {3} lost needed for hazards by"
                    + " everything on record.",
            "Not enough data: {0} closed deals ({1} won), {2} needed of which {3} won.");

    /** What the blend with forecasts of others rests on: {@code forecast.external_scores}. */
    static final List<Phrases> BLEND = Phrases.of(
            "own outlook",
            "no other member admitted",
            "Weighted by regression on {0} periods scored together, weights positive and adding up to 1",
            "Weighted by errors of {0} periods scored together, half-way to equal weights; 50 periods allow regression",
            "Weighted by equal shares: {0} periods scored together, 30 needed to weight by errors",
            "Not enough data: {0} past periods have a forecast published before them, about {1} needed",
            "Not admitted: over {0} forecasts no better than the mean of the past (p {1})");

    /** Names of the methods that forecast series: {@code model} and {@code reason} of {@code forecast.series_forecasts}. */
    static final List<Phrases> METHODS = Phrases.of(
            "auto",
            "arima",
            "autoregression",
            "ces",
            "damped-trend",
            "drawn-autoregression",
            "drawn-damped-trend",
            "drawn-dynamic-optimised-theta",
            "drawn-log-theta",
            "drawn-theta",
            "drift",
            "dynamic-optimised-theta",
            "ets",
            "evolving-autoregression",
            "evolving-theta",
            "intermittent",
            "last-value",
            "log-dynamic-optimised-theta",
            "log-theta",
            "mean",
            "naive",
            "none",
            "recent-drift",
            "recent-trend",
            "seasonal-baseline",
            "seasonal-naive",
            "simple-smoothing");

    /** Why a series is forecast as it is: {@code reason} of {@code forecast.series_forecasts}. */
    static final List<Phrases> SERIES = Phrases.of(
            "left out: {0}",
            "reconciled with its parts",
            "too few seasons",
            "not finite",
            "no observed value",
            "no demand",
            "demand every {0} periods, squared variation {1}",
            "values below zero are no demand",
            "one value",
            "constant series",
            "no season",
            "at least 2 seasons of {0}",
            "fewer than 2 seasons of {0}",
            "fewer than {0} values",
            "less than a season of {0}",
            "last observed value",
            "last value of the same season of {0}",
            "mean of {0} observed values",
            "no two values one season of {0} apart",
            "a season of the cycle of {0} was never observed",
            "{0} observed values, needs {1}",
            "{0} values, needs {1}",
            "{0} observed values are too few",
            "{0} observed values are too few for {1}",
            "{0} diverges",
            "the changes explode",
            "the states explode",
            "not every number is finite",
            "the last of {0} observed values",
            "zeros, for nothing was observed",
            "{0} has no forecast: {1}",
            "instead {0}");

    /** What courses changed: {@code verdict} and {@code note} of {@code forecast.training_verdicts}. */
    static final List<Phrases> TRAINING = Phrases.of(
            "fell",
            "rose",
            "no evidence",
            "not measurable",
            "compared also with those trained later, since {0} were never trained",
            "{0} persons, at least {1} are needed",
            "{0} teams were trained in several waves",
            "{0} of {1} persons are not seen in the last period",
            "{0} periods of training have one person",
            "{0} persons were trained before anything is known of them, and are left out",
            "not measurable: {0} treated and {1} controls, at least {2} of each would be enough",
            "nothing varies, so no error can be told",
            "a group of one unit",
            "interval for few clusters, t with {0} degrees of freedom",
            "no test of trends before treatment",
            "pre-trend test of {0} leads: p {1} (with their slope), finds slopes of {2} per period with 80 %",
            "Wald pre-test of all cells: {0}, {1} degrees of freedom, p {2}",
            "the last group is a control only, and periods from its treatment on are left out",
            "no unit is treated within the periods",
            "no unit is never treated",
            "those not yet treated can serve as controls",
            "no treated group is observed before and after treatment together with controls");

    /** How a person stands to a topic or session: {@code state} of checkpoints and of the register. */
    static final List<Phrases> CHECKPOINTS = Phrases.of("passed", "due", "failed", "missed", "unrecorded", "held");

    /** How a person stands to the system, and whether something changed it: {@code forecast.adoption_people}, ... */
    static final List<Phrases> ADOPTION =
            Phrases.of("using", "dropped", "stopped", "silent", "away", "light", "new", "more use", "less use");

    /** What went with winning: {@code factor} and {@code unit} of {@code forecast.win_drivers}. */
    static final List<Phrases> WINNING = Phrases.of(
            "price gap",
            "response",
            "customer",
            "promotion",
            "campaign",
            "source",
            "segment",
            "competitor",
            "1 % above the competitor's offer",
            "a first activity within three days",
            "won before",
            "product on special terms",
            "brought by one",
            "compared with {0}");

    /** What moves a price: {@code instrument} and {@code note} of {@code forecast.price_gap_effect} and elasticities. */
    static final List<Phrases> PRICES = Phrases.of(
            "own list price above the competitor's list price",
            "the offer at list prices above the competitor's offer",
            "instrument: own list price",
            "instrument: unit cost",
            "association: no list price or cost moved the price enough",
            "association",
            "robust errors (HC1)",
            "errors clustered by product",
            "weak instruments",
            "weak instruments: read the Anderson-Rubin interval",
            "only {0} price changes: below {1} its sign is not to be relied on",
            "{0} % of quantity at the same price");

    /** Parts of what a promotion adds. */
    static final List<Phrases> PROMOTIONS = Phrases.of("lift", "price cut", "gross", "dip", "cannibalised", "net");

    /** What is told of a competitor or product: {@code mart.encyclopedia}. */
    static final List<Phrases> ENCYCLOPEDIA = Phrases.of(
            "price",
            "price of an alternative",
            "own price",
            "sales of the past year",
            "price in a promotion",
            "price changed to",
            "discount",
            "won in the past year",
            "lost in the past year",
            "open",
            "open amount",
            "project currency",
            "fraction",
            "opportunities",
            "too old to be compared",
            "before it {0}",
            "changed from {0}",
            "until {0}");

    /** How two products match: {@code match} of {@code mart.price_position}. */
    static final List<Phrases> MATCHES = Phrases.of("exact", "equivalent", "substitute");

    /** Groups of customers: {@code mart.customer_scorecard}. */
    static final List<Phrases> CUSTOMERS = Phrases.of("best", "loyal", "lapsing", "lost");

    /** Whether the stock is enough: {@code mart.purchases_due}. */
    static final List<Phrases> STOCK = Phrases.of("enough", "short", "unknown");

    /** Where the order of stages comes from: {@code forecast.stage_model}. */
    static final List<Phrases> STAGES = Phrases.of("observed", "declared");

    /** Whether a ranking says anything: {@code forecast.win_rate_rankings}. */
    static final List<Phrases> RANKINGS = Phrases.of("noise", "more than noise");

    /** What becomes of a row that breaks a rule: {@code quality.checks}. */
    static final List<Phrases> QUALITY = Phrases.of("quarantine", "error", "warning");

    static final List<Phrases> ANSWERS = Phrases.of("yes", "no", "not known");

    static final List<List<Phrases>> ALL = List.of(
            CALENDAR,
            OUTLOOK,
            BLEND,
            METHODS,
            SERIES,
            TRAINING,
            CHECKPOINTS,
            ADOPTION,
            WINNING,
            PRICES,
            PROMOTIONS,
            ENCYCLOPEDIA,
            MATCHES,
            CUSTOMERS,
            STOCK,
            STAGES,
            RANKINGS,
            QUALITY,
            ANSWERS);

    private StoredWords() {}
}
