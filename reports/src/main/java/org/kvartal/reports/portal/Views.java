package org.kvartal.reports.portal;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.kvartal.reports.fact.Characters;

/** The templates below {@code templates/portal}; whatever one prints is escaped unless it says raw. */
final class Views {
    private static final String ESCAPING = "printable";

    private final PebbleEngine engine;

    Views() {
        ClasspathLoader loader = new ClasspathLoader(Views.class.getClassLoader());
        loader.setPrefix("templates/portal");
        loader.setSuffix(".html");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .addEscapingStrategy(ESCAPING, Characters::escaped)
                .defaultEscapingStrategy(ESCAPING)
                .strictVariables(true)
                .newLineTrimming(false)
                .build();
    }

    String fill(String template, Map<String, Object> variables) throws IOException {
        StringWriter filled = new StringWriter();
        engine.getTemplate(template).evaluate(filled, variables, Locale.ROOT);
        return filled.toString();
    }
}
