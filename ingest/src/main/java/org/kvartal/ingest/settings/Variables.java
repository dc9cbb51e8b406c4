package org.kvartal.ingest.settings;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References to the environment in a text: {@code ${NAME}}. */
final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final String OPENING = "${";

    private Variables() {}

    static boolean areIn(String text) {
        return text.contains(OPENING);
    }

    /** Whether every opening belongs to a reference. */
    static boolean areWellFormedIn(String text) {
        return !areIn(REFERENCE.matcher(text).replaceAll(""));
    }

    static List<String> missing(String text, Map<String, String> environment) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(reference -> reference.group(1))
                .filter(name -> !environment.containsKey(name))
                .distinct()
                .toList();
    }

    /** The text with every reference replaced, once: what a variable holds is not looked at again. */
    static String replaced(String text, Map<String, String> environment) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> Matcher.quoteReplacement(environment.get(reference.group(1))));
    }
}
