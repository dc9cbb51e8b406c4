package org.kvartal.reports.fact;

import java.util.HashMap;
import java.util.Map;

/**
 * The codes of one release, in which no two statements share one. Thirty bits are few enough to type, and too few to be
 * different by themselves: of three thousand statements two have the same in one release of 240.
 */
public final class TraceCodes {
    private final Map<String, String> statements = new HashMap<>();

    /** The origin, with as many more signs as tell it from every origin that has been asked for before. */
    public Origin distinct(Origin origin) {
        Origin distinct = origin;
        while (!statements
                .computeIfAbsent(distinct.code(), code -> origin.sql())
                .equals(origin.sql())) {
            distinct = distinct.lengthened();
        }
        return distinct;
    }
}
