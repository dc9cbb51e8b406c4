package org.kvartal.reports.render;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Language;

/** Fills the templates below {@code templates/}; whatever a template prints is escaped unless it says raw. */
final class Templates {
    private static final String ESCAPING = "printable";

    /** No sentence is that long; a name that is would fill pages. */
    private static final int LONGEST_TEXT = 1000;

    private final PebbleEngine engine;

    Templates() {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("templates");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .addEscapingStrategy(ESCAPING, Templates::printed)
                .defaultEscapingStrategy(ESCAPING)
                .strictVariables(true)
                .build();
    }

    /** @param more variables of the template beside the report, its printing and its words */
    String fill(String template, Report report, Map<String, Object> more) throws IOException {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("report", report);
        variables.put("print", new Printing(report));
        variables.put("words", Wording.of(Language.of(report.locale())));
        variables.put("traces", TraceIndex.of(report));
        StringWriter filled = new StringWriter();
        engine.getTemplate(template).evaluate(filled, variables, report.locale());
        return filled.toString();
    }

    private static String printed(String text) {
        return Characters.escaped(Characters.shortened(text, LONGEST_TEXT));
    }
}
