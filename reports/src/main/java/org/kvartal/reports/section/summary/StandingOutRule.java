package org.kvartal.reports.section.summary;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Direction;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Share;
import org.kvartal.reports.section.WinRates;

/**
 * A region or product wins more, or less, of its deals than the whole: of those beyond chance, the one furthest from it.
 */
final class StandingOutRule implements Rule {
    private static final int MONTHS_OF_CLOSINGS = 12;

    private final Direction direction;

    private StandingOutRule(Direction direction) {
        this.direction = direction;
    }

    static StandingOutRule above() {
        return new StandingOutRule(Direction.UP);
    }

    static StandingOutRule below() {
        return new StandingOutRule(Direction.DOWN);
    }

    @Override
    public Criterion criterion() {
        Text threshold =
                Text.of("The rate of all deals lies outside the interval of the member's, widened because up to"
                        + " ten are compared (99.5%); the one furthest off is named.");
        return direction == Direction.UP
                ? Criterion.ofPart(
                        "strong-member",
                        Text.of("A region or product that wins more of its deals than all, over twelve months"),
                        threshold,
                        "mart.closed_by_month")
                : Criterion.ofPart(
                        "weak-member",
                        Text.of("A region or product that wins less of its deals than all, over twelve months"),
                        threshold,
                        "mart.closed_by_month");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Period year = Period.lastMonths(MONTHS_OF_CLOSINGS, data.asOf());
        return Stream.of(Dimension.REGION, Dimension.PRODUCT)
                .map(dimension -> WinRates.by(dimension, data, year))
                .flatMap(rates -> rates.standingOut().stream()
                        .filter(member -> member.share().besideTheWhole(rates.whole()) == direction)
                        .map(member -> new Standing(member, rates, year)))
                .max(Comparator.comparing(Standing::distance))
                .map(this::finding);
    }

    private Finding finding(Standing standing) {
        return direction == Direction.UP
                ? standing.finding(
                        Topic.SUCCESS,
                        "{0} wins {1} of its deals (95% interval {2} to {3}, {4} closed in {5}), against {6} of all deals.")
                : standing.finding(
                        Topic.FAILURE,
                        "{0} wins only {1} of its deals (95% interval {2} to {3}, {4} closed in {5}), against {6} of all"
                                + " deals.");
    }

    private record Standing(WinRates.Rated member, WinRates rates, Period year) {
        double distance() {
            return Math.abs(rate(member.share()) - rate(rates.whole()));
        }

        private static double rate(Share share) {
            return Numbers.of(share.rate().value());
        }

        Finding finding(Topic topic, @Message String sentence) {
            Estimate rate = member.share().rate();
            return Finding.of(
                    topic,
                    Text.of(
                            sentence,
                            member.label(),
                            rate.value(),
                            rate.low(),
                            rate.high(),
                            member.share().all(),
                            year.name(),
                            rates.whole().rate().value()),
                    member.share().timesBeyondChance(rates.whole()));
        }
    }
}
