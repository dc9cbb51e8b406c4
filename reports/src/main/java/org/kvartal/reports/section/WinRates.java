package org.kvartal.reports.section;

import java.util.List;
import java.util.Optional;
import org.kvartal.reports.chart.DotPlot;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Item;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/**
 * Win rates by the members of a dimension, each with its interval beside the rate of the whole. The members stand in the
 * order of how many deals they closed and not of their rates: most such rankings are chance.
 */
public final class WinRates {
    private static final int MOST_MEMBERS = 10;

    private final Period period;
    private final Share whole;
    private final List<Rated> members;

    /**
     * A member and its rate.
     *
     * @param condition chooses its rows, of whatever period
     */
    public record Rated(Text label, Share share, String condition) {}

    private WinRates(Period period, Share whole, List<Rated> members) {
        this.period = period;
        this.whole = whole;
        this.members = List.copyOf(members);
    }

    /** By a column of {@code mart.closed_by_month}, over what was closed in the period. */
    public static WinRates by(Dimension dimension, ReportData data, Period period) {
        String closed = period.includes("month");
        Origin size = new Origin("mart.closed_by_month", closed, "sum(won_count + lost_count)");
        List<Rated> rated = Members.largest(data, dimension, size, MOST_MEMBERS).stream()
                .map(member -> new Rated(
                        member.label(), Share.won(data, Condition.all(closed, member.condition())), member.condition()))
                .toList();
        return new WinRates(period, Share.won(data, closed), rated);
    }

    /** Against each competitor, beside the rate of all deals. */
    public static WinRates byCompetitor(ReportData data, Period period) {
        String closed = Condition.all(period.includes("month"), "competitor_id is not null");
        Origin size = new Origin("mart.closed_by_competitor", closed, "sum(won_count + lost_count)");
        List<Rated> rated = Members.largest(data, Dimension.COMPETITOR, size, MOST_MEMBERS).stream()
                .map(member -> new Rated(
                        member.label(),
                        Share.wonAgainst(data, Condition.all(closed, member.condition())),
                        member.condition()))
                .toList();
        return new WinRates(period, Share.won(data, period.includes("month")), rated);
    }

    public Share whole() {
        return whole;
    }

    public List<Rated> members() {
        return members;
    }

    /** Members whose rate differs from that of the whole by more than chance explains. */
    public List<Rated> standingOut() {
        return members.stream()
                .filter(member -> member.share().besideTheWhole(whole) != Direction.UNPROVEN)
                .toList();
    }

    /** Empty for fewer than two members with a rate: then there is nothing to compare. */
    public Optional<DotPlot> chart(ReportData data, @Message String measure) {
        List<Rated> drawn =
                members.stream().filter(member -> !member.share().isEmpty()).toList();
        if (drawn.size() < 2) {
            return Optional.empty();
        }
        Heading heading = new Heading(
                message(), data.project().name(), measure, Unit.RATE, Text.of("{0}, 95% interval", period.name()));
        Series rates = Series.of(
                Scenario.ACTUAL,
                drawn.stream().map(member -> member.share().rate()).toList());
        return Optional.of(new DotPlot(
                heading,
                drawn.stream().map(Rated::label).toList(),
                List.of(rates),
                List.of(new Item("All deals", whole.rate().value()))));
    }

    private Text message() {
        List<Rated> standingOut = standingOut();
        Fact all = whole.rate().value();
        if (standingOut.isEmpty()) {
            return Text.of(
                    "Allowing for the number compared, none differs from the {0} of all deals beyond chance", all);
        }
        List<Text> rates = standingOut.stream()
                .limit(3)
                .map(member ->
                        Text.of("{0} {1}", member.label(), member.share().rate().value()))
                .toList();
        return Text.of("Beyond chance, against {0} of all deals: {1}", all, Text.list(rates));
    }
}
