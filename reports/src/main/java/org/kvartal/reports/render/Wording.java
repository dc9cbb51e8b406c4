package org.kvartal.reports.render;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.kvartal.reports.fact.Language;

/** The words that belong to the renderers and not to the report, by the names that templates know them by. */
final class Wording {
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("templates.words");

    private Wording() {}

    static Map<String, String> of(Language language) {
        return ENGLISH.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, key -> language.say(ENGLISH.getString(key))));
    }
}
