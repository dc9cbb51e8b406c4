package org.kvartal.forecast.run;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The working time promised for requests of each priority. */
final class PromisedTimes implements Serializable {
    private static final long serialVersionUID = 1;

    private final TreeMap<String, Duration> byPriority = new TreeMap<>();

    PromisedTimes(Map<String, Duration> byPriority) {
        this.byPriority.putAll(byPriority);
    }

    /** Empty when nothing is promised. */
    Optional<Duration> of(@Nullable String priority) {
        return priority == null
                ? Optional.empty()
                : Optional.ofNullable(byPriority.get(ServiceSettings.lowered(priority)));
    }
}
