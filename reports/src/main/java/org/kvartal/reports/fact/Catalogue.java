package org.kvartal.reports.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The messages of one language by the English ones, from {@code language/<code>.yaml}. What it lacks is said in English.
 */
final class Catalogue {
    private static final Map<String, Catalogue> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, String> messages;

    private Catalogue(Map<String, String> messages) {
        this.messages = Map.copyOf(messages);
    }

    /** @param language ISO 639 code */
    static Catalogue of(String language) {
        return KNOWN.computeIfAbsent(language, code -> new Catalogue(read(code)));
    }

    private static Map<String, String> read(String language) {
        String name = "/language/" + language + ".yaml";
        try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
            Map<String, String> messages = new LinkedHashMap<>();
            if (in == null) {
                return messages;
            }
            Object loaded = new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
            if (loaded instanceof Map<?, ?> map) {
                map.forEach((english, translated) -> messages.put(String.valueOf(english), String.valueOf(translated)));
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    Map<String, String> messages() {
        return messages;
    }

    String translated(String message) {
        return messages.getOrDefault(message, message);
    }
}
