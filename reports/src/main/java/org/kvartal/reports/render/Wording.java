package org.kvartal.reports.render;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words that belong to the renderers and not to the report, in the report's language, else in English. */
final class Wording {
    private static final String BUNDLE = "templates.words";

    private Wording() {}

    static Map<String, String> of(Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return words.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, words::getString));
    }
}
