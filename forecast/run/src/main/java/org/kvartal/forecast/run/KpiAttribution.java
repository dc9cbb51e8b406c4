package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.anomaly.Contribution;
import org.kvartal.forecast.anomaly.Element;
import org.kvartal.forecast.anomaly.KpiFinding;
import org.kvartal.forecast.anomaly.RatioSplit;
import org.kvartal.forecast.anomaly.RootCause;
import org.kvartal.forecast.run.KpiEvents.Measure;

/**
 * Splits the deviation of an alarming total by region, product and owner.
 *
 * <p>What was expected of the whole is shared out as the year before was; cents of rounding go to the largest part, so
 * that the parts add up. A rate is split into the effect of the rates and that of the mix.
 */
final class KpiAttribution {
    private static final int YEAR_DAYS = 364;

    private final KpiEvents events;
    private final KpiFinding finding;
    private final Figure figure;
    private final LocalDate first;

    private KpiAttribution(KpiEvents events, KpiFinding finding) {
        this.events = events;
        this.finding = finding;
        this.figure = Figure.named(finding.key().kpi());
        this.first = finding.firstDay();
    }

    static Stream<Object[]> rows(KpiEvents events, KpiFinding finding) {
        if (!finding.key().isTotal() || finding.state() == KpiFinding.State.QUIET) {
            return Stream.empty();
        }
        KpiAttribution attribution = new KpiAttribution(events, finding);
        return attribution.figure == Figure.WIN_RATE
                ? Figure.DIMENSIONS.stream().flatMap(attribution::rates)
                : attribution.sums();
    }

    private Stream<Object[]> sums() {
        Map<String, List<Element>> dimensions = new LinkedHashMap<>();
        for (String dimension : Figure.DIMENSIONS) {
            List<Element> elements = elements(dimension);
            if (elements.size() > 1) {
                dimensions.put(dimension, elements);
            }
        }
        Optional<RootCause> cause = RootCause.among(dimensions);
        return dimensions.entrySet().stream()
                .flatMap(dimension -> rows(dimension.getKey(), dimension.getValue(), cause));
    }

    private List<Element> elements(String dimension) {
        List<String> members = events.members(figure.event(), dimension);
        Measure measure = figure.isAmount() ? Measure.AMOUNT : Measure.EVENTS;
        double[] before = members.stream()
                .mapToDouble(member -> before(figure.event(), dimension, member, measure))
                .toArray();
        double all = Arrays.stream(before).sum();
        return all == 0
                ? List.of()
                : IntStream.range(0, before.length)
                        .mapToObj(i -> new Element(
                                members.get(i),
                                finding.expected() * before[i] / all,
                                now(figure.event(), dimension, members.get(i), measure)))
                        .filter(element -> element.expected() != 0 || element.actual() != 0)
                        .toList();
    }

    private double before(String event, String dimension, String member, Measure measure) {
        return events.sum(event, dimension, member, measure, first.minusDays(YEAR_DAYS), first.minusDays(1));
    }

    private double now(String event, String dimension, String member, Measure measure) {
        return events.sum(event, dimension, member, measure, first, finding.lastDay());
    }

    private Stream<Object[]> rows(String dimension, List<Element> elements, Optional<RootCause> cause) {
        List<Contribution> contributions = Contribution.of(elements);
        List<BigDecimal> expected = shares(elements);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            BigDecimal actual = Money.of(element.actual());
            rows.add(row(
                    dimension,
                    element.name(),
                    expected.get(i),
                    actual,
                    actual.subtract(expected.get(i)),
                    contributions.get(i).explained(),
                    contributions.get(i).surprise(),
                    null,
                    null,
                    cause.filter(found -> found.dimension().equals(dimension)
                                    && found.elements().contains(element.name()))
                            .isPresent()));
        }
        return rows.stream();
    }

    /** The expectations to the cent; they add up to that of the whole. */
    private List<BigDecimal> shares(List<Element> elements) {
        List<BigDecimal> shares = new ArrayList<>();
        BigDecimal rest = Money.of(finding.expected());
        int largest = 0;
        for (int i = 0; i < elements.size(); i++) {
            shares.add(Money.of(elements.get(i).expected()));
            rest = rest.subtract(shares.get(i));
            largest = elements.get(i).expected() > elements.get(largest).expected() ? i : largest;
        }
        shares.set(largest, shares.get(largest).add(rest));
        return shares;
    }

    private Stream<Object[]> rates(String dimension) {
        TreeSet<String> members = new TreeSet<>(events.members("won", dimension));
        members.addAll(events.members("lost", dimension));
        List<RatioSplit.Segment> segments = members.stream()
                .map(member -> segment(dimension, member))
                .filter(segment -> segment.denominatorBefore() > 0 || segment.denominatorAfter() > 0)
                .toList();
        if (segments.size() < 2
                || segments.stream().allMatch(segment -> segment.denominatorBefore() == 0)
                || segments.stream().allMatch(segment -> segment.denominatorAfter() == 0)) {
            return Stream.empty();
        }
        List<RatioSplit.Effect> effects = RatioSplit.of(segments).effects();
        double change = effects.stream().mapToDouble(RatioSplit.Effect::total).sum();
        return effects.stream()
                .map(effect -> row(
                        dimension,
                        effect.name(),
                        null,
                        null,
                        null,
                        change == 0 ? 0 : effect.total() / change,
                        null,
                        effect.rate() + effect.both() / 2,
                        effect.mix() + effect.both() / 2,
                        false));
    }

    private RatioSplit.Segment segment(String dimension, String member) {
        double wonBefore = before("won", dimension, member, Measure.EVENTS);
        double wonNow = now("won", dimension, member, Measure.EVENTS);
        return new RatioSplit.Segment(
                member,
                wonBefore,
                wonBefore + before("lost", dimension, member, Measure.EVENTS),
                wonNow,
                wonNow + now("lost", dimension, member, Measure.EVENTS));
    }

    private Object[] row(String dimension, String member, @Nullable Object... values) {
        Object[] row = new Object[6 + values.length];
        row[0] = finding.grain().name().toLowerCase(Locale.ROOT);
        row[1] = finding.key().kpi();
        row[2] = dimension;
        int place = Figure.DIMENSIONS.indexOf(dimension);
        row[3 + place] = member.isEmpty() ? null : member;
        System.arraycopy(values, 0, row, 6, values.length);
        return row;
    }
}
