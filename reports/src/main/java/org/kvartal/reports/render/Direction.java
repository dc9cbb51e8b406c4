package org.kvartal.reports.render;

import java.util.Locale;

/** On which side a language begins to read, as HTML has it. */
final class Direction {
    static final String RIGHT_TO_LEFT = "rtl";

    private static final String LEFT_TO_RIGHT = "ltr";

    private Direction() {}

    static String of(Locale locale) {
        return locale.getLanguage().equals("fa") ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }
}
