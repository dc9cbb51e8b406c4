package org.kvartal.reports.custom;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.ingest.settings.NearestKey;

/** What a fenced block declares: {@code query=win_rates columns="region, won_rate"}. */
final class Attributes {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s*([a-z]+)=(?:\"([^\"]*)\"|([^\\s\"]+))(?=\\s|$)");

    private final String block;
    private final Map<String, String> values;
    private final Function<String, InvalidSection> refusal;

    private Attributes(String block, Map<String, String> values, Function<String, InvalidSection> refusal) {
        this.block = block;
        this.values = values;
        this.refusal = refusal;
    }

    /**
     * @param block name of the block
     * @param known all attributes that it can have
     */
    static Attributes of(String block, String text, List<String> known, Function<String, InvalidSection> refusal) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        int from = 0;
        while (from < text.length() && attribute.find(from) && attribute.start() == from) {
            String key = attribute.group(1);
            if (!known.contains(key)) {
                throw refusal.apply("a " + block + " has no attribute " + key + "; " + advice(key, known));
            }
            if (values.putIfAbsent(key, value(attribute)) != null) {
                throw refusal.apply("the " + block + " has the attribute " + key + " twice");
            }
            from = attribute.end();
        }
        if (!text.substring(from).isBlank()) {
            throw refusal.apply("\"" + text.substring(from).strip()
                    + "\" is not understood; write attributes as key=value or key=\"several words\"");
        }
        return new Attributes(block, values, refusal);
    }

    private static String value(Matcher attribute) {
        return attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
    }

    private static String advice(String key, List<String> known) {
        return NearestKey.of(key, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("there are " + String.join(", ", known));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        String value = values.getOrDefault(key, "");
        if (value.isBlank()) {
            throw refusal.apply("the " + block + " needs " + key + "=");
        }
        return value;
    }

    String text(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    /** Names separated by commas; none if the attribute is absent. */
    List<String> names(String key) {
        return Arrays.stream(values.getOrDefault(key, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    InvalidSection refused(String problem) {
        return refusal.apply(problem);
    }
}
