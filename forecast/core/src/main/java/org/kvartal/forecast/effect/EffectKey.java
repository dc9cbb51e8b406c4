package org.kvartal.forecast.effect;

import org.jspecify.annotations.Nullable;

/**
 * Which effect it is. An average over all groups, times or event times of an aggregation has none of its own.
 *
 * @param group first treated time
 * @param eventTime time since the first treatment; negative before it
 */
public record EffectKey(
        Aggregation aggregation,
        @Nullable Long group,
        @Nullable Long time,
        @Nullable Long eventTime) {
    public static EffectKey overall(Aggregation aggregation) {
        return new EffectKey(aggregation, null, null, null);
    }

    public static EffectKey group(long group) {
        return new EffectKey(Aggregation.GROUP, group, null, null);
    }

    public static EffectKey event(long eventTime) {
        return new EffectKey(Aggregation.EVENT, null, null, eventTime);
    }

    public static EffectKey calendar(long time) {
        return new EffectKey(Aggregation.CALENDAR, null, time, null);
    }

    public static EffectKey groupTime(long group, long time) {
        return new EffectKey(Aggregation.GROUP_TIME, group, time, time - group);
    }

    public boolean isOverall() {
        return group == null && time == null && eventTime == null;
    }
}
