package org.kvartal.forecast.external;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Our own outlook blended with forecasts of others, as far as past vintages prove them useful.
 *
 * <p>A source is admitted when its bridged forecasts beat the mean of the past (Diebold-Mariano, one-sided, 10 %); a
 * source of noise does not, and has weight 0. The admitted and our own outlook are weighted on the periods scored for
 * all of them, by the rule of {@link Evidence}. Nothing published, and no period ended, after the as-of date counts.
 * Scores are of forecasts made just before a period; further ahead all members are worse.
 */
public final class ExternalBlend {
    public static final String OWN = "own outlook";

    private static final double ADMITTED = 0.10;
    private static final int FEWEST_SCORED = 2;

    private final LocalDate asOf;
    private final OwnOutlook own;
    private final List<BlendMember> members = new ArrayList<>();
    private final Map<String, Track> tracks = new TreeMap<>();

    private ExternalBlend(LocalDate asOf, OwnOutlook own) {
        this.asOf = asOf;
        this.own = own;
    }

    /**
     * @param observed our quantity, periods of one length, oldest first
     * @param sources what others said of periods of that length
     */
    public static ExternalBlend at(LocalDate asOf, List<Observed> observed, OwnOutlook own, List<Source> sources) {
        ExternalBlend blend = new ExternalBlend(asOf, own);
        List<Observed> ended = observed.stream()
                .filter(period -> !period.lastDay().isAfter(asOf))
                .toList();
        List<Track> all = sources.stream()
                .map(source -> Track.of(source.knownAt(asOf), ended))
                .toList();
        List<Track.Scored> ownScored = scoredOwn(ended, own);
        List<Track> admitted = all.stream().filter(ExternalBlend::isAdmitted).toList();
        List<LocalDate> shared = shared(ownScored, admitted);
        Evidence evidence = Evidence.of(shared.size());
        Combination weights = evidence.combination(panel(shared, ownScored, admitted));
        String reason =
                admitted.isEmpty() ? "no other member admitted" : "Weighted by " + evidence.reason(shared.size());
        blend.members.add(member(OWN, ownScored, weights.weights().get(0), reason));
        for (Track track : all) {
            blend.tracks.put(track.name(), track);
            int place = admitted.indexOf(track);
            blend.members.add(
                    place < 0
                            ? member(track.name(), track.scored(), 0, refusal(track))
                            : member(
                                    track.name(),
                                    track.scored(),
                                    weights.weights().get(place + 1),
                                    reason));
        }
        return blend;
    }

    private static List<Track.Scored> scoredOwn(List<Observed> ended, OwnOutlook own) {
        List<Track.Scored> scored = new ArrayList<>();
        for (Observed period : ended) {
            own.expected(period.period().minusDays(1), period.period())
                    .ifPresent(expected ->
                            scored.add(new Track.Scored(period.period(), expected, Double.NaN, period.value())));
        }
        return scored;
    }

    private static boolean isAdmitted(Track track) {
        return track.scored().size() >= FEWEST_SCORED && track.againstMean().firstWorse() < ADMITTED;
    }

    private static String refusal(Track track) {
        return track.scored().size() < FEWEST_SCORED
                ? "Not enough data: %d past periods have a forecast published before them, about %d needed"
                        .formatted(track.pairCount(), Bridge.FEWEST_PAIRS + FEWEST_SCORED)
                : String.format(
                        Locale.ROOT,
                        "Not admitted: over %d forecasts no better than the mean of the past (p %.2f)",
                        track.scored().size(),
                        track.againstMean().firstWorse());
    }

    private static List<LocalDate> shared(List<Track.Scored> own, List<Track> admitted) {
        return own.stream()
                .map(Track.Scored::period)
                .filter(period -> admitted.stream()
                        .allMatch(track -> track.scored().stream()
                                .anyMatch(score -> score.period().equals(period))))
                .toList();
    }

    private static MemberForecasts panel(List<LocalDate> shared, List<Track.Scored> own, List<Track> admitted) {
        List<double[]> forecasts = new ArrayList<>();
        forecasts.add(at(shared, own, Track.Scored::forecast));
        admitted.forEach(track -> forecasts.add(at(shared, track.scored(), Track.Scored::forecast)));
        return new MemberForecasts(forecasts, at(shared, own, Track.Scored::actual));
    }

    private static double[] at(
            List<LocalDate> shared, List<Track.Scored> scored, ToDoubleFunction<Track.Scored> value) {
        return scored.stream()
                .filter(score -> shared.contains(score.period()))
                .mapToDouble(value)
                .toArray();
    }

    private static BlendMember member(String name, List<Track.Scored> scored, double weight, String reason) {
        return new BlendMember(
                name,
                scored.size(),
                mean(scored, score -> score.forecast() - score.actual()),
                mean(scored, score -> Math.abs(score.forecast() - score.actual())),
                weight,
                reason);
    }

    private static double mean(List<Track.Scored> scored, ToDoubleFunction<Track.Scored> value) {
        return scored.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    /** Our own outlook first, then the sources. */
    public List<BlendMember> members() {
        return List.copyOf(members);
    }

    /** What a member expects of a period, in our unit; empty when it says nothing of it. */
    public OptionalDouble expected(String member, LocalDate period) {
        return member.equals(OWN)
                ? own.expected(asOf, period)
                : tracks.get(member).expected(period);
    }

    /**
     * The weights for a period to come, one for each of {@link #members()}: the weight of a member that says nothing of
     * it goes to the others.
     */
    public List<Double> weights(LocalDate period) {
        double[] weights = members.stream()
                .mapToDouble(member -> expected(member.name(), period).isPresent() ? member.weight() : 0)
                .toArray();
        double sum =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        return IntStream.range(0, weights.length)
                .mapToObj(i -> sum > 0 ? weights[i] / sum : 0)
                .toList();
    }

    /** The blend of a period to come; empty when no member with a weight says anything of it. */
    public OptionalDouble blended(LocalDate period) {
        List<Double> weights = weights(period);
        double blended = 0;
        double sum = 0;
        for (int i = 0; i < members.size(); i++) {
            if (weights.get(i) > 0) {
                blended +=
                        weights.get(i) * expected(members.get(i).name(), period).orElseThrow();
                sum += weights.get(i);
            }
        }
        return sum > 0 ? OptionalDouble.of(blended) : OptionalDouble.empty();
    }
}
