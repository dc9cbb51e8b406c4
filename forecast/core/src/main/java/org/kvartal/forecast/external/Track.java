package org.kvartal.forecast.external;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a source did: each forecast as it would have been bridged on the day it was published.
 *
 * <p>Of a past period counts the last vintage published before the period began. It is bridged by the pairs whose
 * period had ended by then, and set beside the mean of what had come by then: a forecast that needs no source.
 */
final class Track {
    private final Source source;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Scored> scored = new ArrayList<>();

    private record Pair(Publication published, Observed observed) {}

    /**
     * @param forecast bridged, in our unit
     * @param benchmark mean of the past, in our unit
     */
    record Scored(LocalDate period, double forecast, double benchmark, double actual) {}

    /** @param observed complete periods, oldest first */
    static Track of(Source source, List<Observed> observed) {
        Track track = new Track(source);
        for (Observed period : observed) {
            source.latestBefore(period.period()).ifPresent(published -> track.pairs.add(new Pair(published, period)));
        }
        track.pairs.forEach(track::score);
        return track;
    }

    private Track(Source source) {
        this.source = source;
    }

    private void score(Pair pair) {
        List<Pair> known = pairs.stream()
                .filter(past ->
                        !past.observed().lastDay().isAfter(pair.published().publishedOn()))
                .toList();
        bridge(known)
                .ifPresent(bridge -> scored.add(new Scored(
                        pair.observed().period(),
                        bridge.of(pair.published().value()),
                        known.stream()
                                .mapToDouble(past -> past.observed().value())
                                .average()
                                .orElseThrow(),
                        pair.observed().value())));
    }

    private static Optional<Bridge> bridge(List<Pair> pairs) {
        return Bridge.fit(
                pairs.stream().mapToDouble(pair -> pair.published().value()).toArray(),
                pairs.stream().mapToDouble(pair -> pair.observed().value()).toArray());
    }

    String name() {
        return source.name();
    }

    int pairCount() {
        return pairs.size();
    }

    List<Scored> scored() {
        return List.copyOf(scored);
    }

    /** Errors of the bridged forecasts beside those of the mean of the past; needs two scored forecasts. */
    DieboldMariano againstMean() {
        return DieboldMariano.of(
                scored.stream()
                        .mapToDouble(score -> score.benchmark() - score.actual())
                        .toArray(),
                scored.stream()
                        .mapToDouble(score -> score.forecast() - score.actual())
                        .toArray(),
                1);
    }

    /** What the latest vintage means for a period; empty when there is none, or no bridge. */
    OptionalDouble expected(LocalDate period) {
        Optional<Publication> latest = source.latest(period);
        Optional<Bridge> bridge = bridge(pairs);
        return latest.isPresent() && bridge.isPresent()
                ? OptionalDouble.of(bridge.get().of(latest.get().value()))
                : OptionalDouble.empty();
    }
}
