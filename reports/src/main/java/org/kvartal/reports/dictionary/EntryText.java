package org.kvartal.reports.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One entry of the dictionary as plain text. */
final class EntryText {
    private static final int INDENT = 12;

    private final StringBuilder text = new StringBuilder();

    EntryText(JsonNode entry) {
        text.append(entry.path("table").asText()).append('\n');
        text.append(entry.path("description").asText()).append("\n\n");
        line("one row per", entry.path("grain"));
        line("rows", entry.path("rows"));
        line("grade", entry.path("grade"));
        line("newest day", entry.path("newest"));
        line("loaded", entry.path("loadedAsOf"));
        line("owner", entry.path("owner"));
        line("schema", entry.path("schemaVersion"));
        line("made by", entry.path("madeBy"));
        line("sources", String.join(", ", entry.path("sources").findValuesAsText("title")));
        line("made of", entry.path("inputs"));
        line("goes into", entry.path("users"));
        line("sections", entry.path("sections"));
        text.append('\n');
        entry.path("schema").path("fields").forEach(this::column);
        entry.path("measures").forEach(this::measure);
        entry.path("snippets").properties().forEach(snippet -> {
            text.append('\n').append(snippet.getKey()).append(":\n");
            snippet.getValue()
                    .asText()
                    .lines()
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        });
    }

    private void line(String label, JsonNode value) {
        line(label, value.isArray() ? String.join(", ", PublishedDictionary.texts(value)) : value.asText(""));
    }

    private void line(String label, String shown) {
        if (!shown.isEmpty()) {
            text.append(label)
                    .append(" ".repeat(INDENT - label.length()))
                    .append(shown)
                    .append('\n');
        }
    }

    private void column(JsonNode field) {
        text.append(field.path("name").asText())
                .append("  ")
                .append(field.path("label").asText());
        String unit = field.path("unit").asText("");
        if (!unit.isEmpty()) {
            text.append(" [").append(unit).append(']');
        }
        text.append("\n    ").append(field.path("description").asText()).append('\n');
        List<String> allowed =
                PublishedDictionary.texts(field.path("constraints").path("enum"));
        if (!allowed.isEmpty()) {
            text.append("    one of ").append(String.join(", ", allowed)).append('\n');
        }
        List<String> examples = PublishedDictionary.texts(field.path("examples"));
        if (!examples.isEmpty()) {
            text.append("    as ").append(String.join(" | ", examples)).append('\n');
        }
    }

    private void measure(JsonNode measure) {
        text.append("\n").append(measure.path("name").asText());
        text.append(" [").append(measure.path("unit").asText()).append("] = ");
        text.append(measure.path("formula").asText()).append("\n    ");
        text.append(measure.path("sql").asText()).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
