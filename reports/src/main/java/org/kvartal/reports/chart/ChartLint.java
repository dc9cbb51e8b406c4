package org.kvartal.reports.chart;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/**
 * The rules every chart obeys, checked when it is made, so that a chart that breaks one never reaches a reader:
 * it says who, what, in which unit and when; it carries a message; one unit for all numbers; few series, each named;
 * forecasts and rates of few cases have intervals; bridges add up. After IBCS, and Wilson's advice on small samples.
 */
final class ChartLint {
    private static final int MOST_SERIES = 5;
    private static final int MOST_PANELS = 12;
    private static final int FEW_CASES = 30;

    private ChartLint() {}

    static void headed(Text message, String who, Text named, Unit unit, Text period) {
        String measure = named.toString();
        require(!who.isBlank(), measure, "says not whose numbers they are");
        require(!measure.isBlank(), who, "says not what it measures");
        require(!period.isEmpty(), measure, "says not which period it covers");
        require(!message.isEmpty(), measure, "has no message");
        require(unit.isNumeric(), measure, "has no numeric unit");
    }

    static void series(Scenario scenario, Text name, List<Estimate> values) {
        require(!name.isEmpty(), scenario.code(), "has a series without name");
        if (scenario == Scenario.FORECAST) {
            boolean drawn = values.stream().allMatch(value -> value.isMissing() || value.hasInterval());
            require(drawn, name.toString(), "forecasts without interval");
        }
    }

    static void chart(Heading heading, List<Text> labels, List<Series> series) {
        chart(heading, labels, series, MOST_SERIES);
    }

    static void panels(Heading heading, List<Text> labels, List<Series> series) {
        chart(heading, labels, series, MOST_PANELS);
        long scenarios = series.stream().map(Series::scenario).distinct().count();
        require(scenarios == 1, heading.measure().toString(), "has panels of different scenarios");
    }

    static void calibration(Heading heading, Series promised, Series came) {
        require(heading.unit().kind() == Unit.Kind.RATE, heading.measure().toString(), "promises no rates");
        require(promised.scenario() == Scenario.PLAN, heading.measure().toString(), "has promises that are not PL");
        require(came.scenario() == Scenario.ACTUAL, heading.measure().toString(), "has outcomes that are not AC");
        boolean isFilled = promised.values().stream().noneMatch(Estimate::isMissing);
        require(isFilled, heading.measure().toString(), "has a promise without number");
        boolean isShare = Stream.concat(promised.facts(), came.facts())
                .flatMap(fact -> fact.number().stream())
                .allMatch(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0);
        require(isShare, heading.measure().toString(), "has a share below 0 or above 1");
        boolean isSure = came.values().stream().allMatch(share -> share.isMissing() || share.hasInterval());
        require(isSure, heading.measure().toString(), "has an outcome without interval");
    }

    private static void chart(Heading heading, List<Text> labels, List<Series> series, int most) {
        String measure = heading.measure().toString();
        require(!labels.isEmpty(), measure, "has nothing to draw");
        require(labels.stream().noneMatch(Text::isEmpty), measure, "has a mark without label in " + labels);
        require(
                !series.isEmpty() && series.size() <= most,
                measure,
                "has " + series.size() + " series; from 1 to " + most + " can be told apart");
        Set<Text> names = new HashSet<>();
        for (Series one : series) {
            require(
                    names.add(one.name()),
                    measure,
                    "has two series named " + one.name().toString());
            require(
                    one.values().size() == labels.size(),
                    measure,
                    "has " + labels.size() + " labels and " + one.values().size() + " values of "
                            + one.name().toString());
            one.values().forEach(value -> estimate(heading, one, value));
        }
    }

    static void atMostOneSeriesPerScenario(Heading heading, List<Series> series) {
        Set<Scenario> scenarios = new HashSet<>();
        for (Series one : series) {
            require(
                    scenarios.add(one.scenario()),
                    heading.measure().toString(),
                    "has two series of " + one.scenario().code() + "; compare members as small charts or lines");
        }
    }

    static void bridge(Heading heading, Item start, List<Item> changes, Item end) {
        BigDecimal sum = number(heading, start);
        for (Item change : changes) {
            sum = sum.add(number(heading, change));
        }
        require(
                sum.compareTo(number(heading, end)) == 0,
                heading.measure().toString(),
                "does not add up: the changes lead to " + sum + ", not to " + number(heading, end));
    }

    private static BigDecimal number(Heading heading, Item item) {
        return item.value()
                .number()
                .orElseThrow(() -> new IllegalArgumentException(refusal(
                        heading.measure().toString(),
                        "has no number for " + item.label().toString())));
    }

    private static void estimate(Heading heading, Series series, Estimate estimate) {
        Fact value = estimate.value();
        require(
                value.unit().comparesWith(heading.unit()),
                heading.measure().toString(),
                "is in " + heading.unit().symbol() + " and has a value of "
                        + series.name().toString() + " in " + value.unit().symbol());
        boolean fewCases = value.rows().isPresent() && value.rows().getAsLong() < FEW_CASES;
        if (value.unit().kind() == Unit.Kind.RATE && fewCases && !estimate.isMissing()) {
            require(
                    estimate.hasInterval(),
                    heading.measure().toString(),
                    "has a rate of " + value.rowCount() + " cases without interval in "
                            + series.name().toString());
        }
    }

    private static void require(boolean kept, String chart, String breach) {
        if (!kept) {
            throw new IllegalArgumentException(refusal(chart, breach));
        }
    }

    private static String refusal(String chart, String breach) {
        return "Invalid chart \"" + chart + "\": it " + breach;
    }
}
