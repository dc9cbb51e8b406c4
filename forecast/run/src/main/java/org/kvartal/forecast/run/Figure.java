package org.kvartal.forecast.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures watched every night, and the events they are counted from. */
enum Figure {
    CREATED_COUNT("created"),
    CREATED_AMOUNT("created"),
    WON_COUNT("won"),
    WON_AMOUNT("won"),
    WIN_RATE("won"),
    LOST_COUNT("lost"),
    OPENED_REQUEST_COUNT("opened");

    static final List<String> EVENTS = List.of("created", "won", "lost", "opened");

    /** The parts of the whole that are watched too. */
    static final List<String> DIMENSIONS = List.of("region", "product", "owner");

    private final String event;

    Figure(String event) {
        this.event = event;
    }

    static List<Figure> of(String event) {
        return Arrays.stream(values())
                .filter(figure -> figure.event.equals(event))
                .toList();
    }

    static Figure named(String kpi) {
        return valueOf(kpi.toUpperCase(Locale.ROOT));
    }

    String event() {
        return event;
    }

    String kpi() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isAmount() {
        return this == CREATED_AMOUNT || this == WON_AMOUNT;
    }
}
