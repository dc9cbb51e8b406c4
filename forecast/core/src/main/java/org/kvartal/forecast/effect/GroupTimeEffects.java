package org.kvartal.forecast.effect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All effects by group and time of a panel, and their averages.
 * <pre>
 *   simple      all t &gt;= g, weighted by treated observations
 *   group       of g, over its t &gt;= g, each t alike; overall: groups weighted by their sizes
 *   event       of e = t - g, groups weighted by their sizes; overall: e &gt;= 0, each alike
 *   calendar    of t, groups with g &lt;= t weighted by their sizes; overall: each t alike
 * </pre>
 * An average is empty where nothing was treated in time. Source: Callaway and Sant'Anna (2021), section 3.
 */
public final class GroupTimeEffects {
    private final Panel panel;
    private final List<GroupTimeEffect> effects;

    GroupTimeEffects(Panel panel, List<GroupTimeEffect> effects) {
        this.panel = panel;
        this.effects = List.copyOf(effects);
    }

    /** By group, then time. */
    List<GroupTimeEffect> effects() {
        return effects;
    }

    Panel panel() {
        return panel;
    }

    private List<GroupTimeEffect> after() {
        return effects.stream().filter(GroupTimeEffect::isAfter).toList();
    }

    public boolean isEmpty() {
        return after().isEmpty();
    }

    /** One at a time: together they may be large. */
    public Stream<Aggregate> groupTimes() {
        return effects.stream().map(this::alone);
    }

    Aggregate alone(GroupTimeEffect one) {
        return Aggregate.byObservations(EffectKey.groupTime(one.group(), one.time()), panel, List.of(one));
    }

    public Optional<Aggregate> simple() {
        List<GroupTimeEffect> after = after();
        return after.isEmpty()
                ? Optional.empty()
                : Optional.of(Aggregate.byObservations(EffectKey.overall(Aggregation.SIMPLE), panel, after));
    }

    public List<Aggregate> groups() {
        return by(after(), GroupTimeEffect::group).entrySet().stream()
                .map(group -> Aggregate.plain(
                        EffectKey.group(group.getKey()),
                        group.getValue().stream().map(this::alone).toList()))
                .toList();
    }

    public Optional<Aggregate> groupOverall() {
        List<Aggregate> groups = groups();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        List<int[]> members = groups.stream().map(this::members).toList();
        return Optional.of(Aggregate.bySize(EffectKey.overall(Aggregation.GROUP), groups, members));
    }

    private int[] members(Aggregate group) {
        Long cohort = group.key().group();
        return IntStream.range(0, panel.units())
                .filter(unit -> cohort != null && panel.cohort(unit) == cohort)
                .toArray();
    }

    /** Also of the time before the first treatment. */
    public List<Aggregate> events() {
        return by(effects, GroupTimeEffect::eventTime).entrySet().stream()
                .map(event -> Aggregate.byObservations(EffectKey.event(event.getKey()), panel, event.getValue()))
                .toList();
    }

    /** Averages by event time before any effect is expected, the latest last. */
    public List<Aggregate> leads() {
        List<GroupTimeEffect> before =
                effects.stream().filter(GroupTimeEffect::isLead).toList();
        return by(before, GroupTimeEffect::eventTime).entrySet().stream()
                .map(event -> Aggregate.byObservations(EffectKey.event(event.getKey()), panel, event.getValue()))
                .toList();
    }

    public Optional<Aggregate> eventOverall() {
        return average(Aggregation.EVENT, by(after(), GroupTimeEffect::eventTime), EffectKey::event);
    }

    public List<Aggregate> calendar() {
        return by(after(), GroupTimeEffect::time).entrySet().stream()
                .map(time -> Aggregate.byObservations(EffectKey.calendar(time.getKey()), panel, time.getValue()))
                .toList();
    }

    public Optional<Aggregate> calendarOverall() {
        return average(Aggregation.CALENDAR, by(after(), GroupTimeEffect::time), EffectKey::calendar);
    }

    private Optional<Aggregate> average(
            Aggregation aggregation, Map<Long, List<GroupTimeEffect>> parts, Function<Long, EffectKey> key) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<Aggregate> averages = parts.entrySet().stream()
                .map(part -> Aggregate.byObservations(key.apply(part.getKey()), panel, part.getValue()))
                .toList();
        return Optional.of(Aggregate.plain(EffectKey.overall(aggregation), averages));
    }

    private static Map<Long, List<GroupTimeEffect>> by(
            List<GroupTimeEffect> effects, Function<GroupTimeEffect, Long> part) {
        return effects.stream().collect(Collectors.groupingBy(part, TreeMap::new, Collectors.toList()));
    }
}
