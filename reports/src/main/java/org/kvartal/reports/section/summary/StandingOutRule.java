package org.kvartal.reports.section.summary;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.reports.data.ReportData;
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
        Topic topic = direction == Direction.UP ? Topic.SUCCESS : Topic.FAILURE;
        @Message
        String message = direction == Direction.UP
                ? "{0} wins {1} of its deals (95% interval {2} to {3}, {4} closed in {5}), against {6} of all deals."
                : "{0} wins only {1} of its deals (95% interval {2} to {3}, {4} closed in {5}), against {6} of all deals.";
        return new Finding(
                topic,
                Text.of(
                        message,
                        standing.member().label(),
                        standing.member().share().rate().value(),
                        standing.member().share().rate().low(),
                        standing.member().share().rate().high(),
                        standing.member().share().all(),
                        standing.year().name(),
                        standing.rates().whole().rate().value()));
    }

    private record Standing(WinRates.Rated member, WinRates rates, Period year) {
        double distance() {
            return Math.abs(rate(member.share()) - rate(rates.whole()));
        }

        private static double rate(Share share) {
            return share.rate().value().number().orElseThrow().doubleValue();
        }
    }
}
