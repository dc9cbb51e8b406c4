package org.kvartal.reports.dictionary;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvartal.ingest.model.Version;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.render.Resource;

/**
 * The dictionary as one page that needs no other file: style, fonts and the script that searches are inside, and nothing
 * but these may run. Without scripts it can be read whole.
 */
final class DictionaryPage {
    private static final String ESCAPING = "printable";
    private static final Map<String, String> NAMESPACES = Map.of(
            "mart", "Facts that add up, prepared for one question each",
            "forecast", "What is expected, and what was measured beyond counting",
            "crm", "Clean tables: one model for every source",
            "history", "Every version of a row",
            "identity", "Which customers and products are the same one",
            "quality", "What the checks found",
            "quarantine", "Rows kept out, with the reason");

    private final PebbleEngine engine;

    DictionaryPage() {
        ClasspathLoader loader = new ClasspathLoader(DictionaryPage.class.getClassLoader());
        loader.setPrefix("templates");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .addEscapingStrategy(ESCAPING, Characters::escaped)
                .defaultEscapingStrategy(ESCAPING)
                .strictVariables(true)
                .build();
    }

    String text(Release release, List<Entry> entries, ChangeNotes changes) throws IOException {
        String style = Resource.face("IBM Plex Sans", 400, "IBMPlexSans-Regular")
                + Resource.face("IBM Plex Sans", 600, "IBMPlexSans-SemiBold")
                + Resource.text("/style/screen.css")
                + Resource.text("/style/dictionary.css");
        String script = Resource.text("/script/dictionary.js");
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("release", release);
        variables.put("version", Version.NUMBER);
        variables.put("groups", groups(entries));
        variables.put("names", entries.stream().map(Entry::table).toList());
        variables.put("titles", NAMESPACES);
        variables.put("tableCount", entries.size());
        variables.put(
                "columnCount",
                entries.stream()
                        .mapToInt(entry -> entry.spec().columns().size())
                        .sum());
        variables.put("changes", changes);
        variables.put("style", style);
        variables.put("styleHash", Resource.sha256(style));
        variables.put("script", script);
        variables.put("scriptHash", Resource.sha256(script));
        StringWriter filled = new StringWriter();
        engine.getTemplate("dictionary.html").evaluate(filled, variables, Locale.ROOT);
        return filled.toString();
    }

    private static Map<String, List<Entry>> groups(List<Entry> entries) {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        entries.forEach(entry -> groups.computeIfAbsent(entry.spec().namespace(), any -> new ArrayList<>())
                .add(entry));
        return groups;
    }
}
