package org.kvartal.reports.custom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.InvalidSettings;
import org.kvartal.ingest.settings.Problems;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.reports.section.Audience;

/**
 * A file {@code section.md}: settings between two lines of three hyphens, then Markdown.
 *
 * @param place the file as messages name it, which is the same on every machine: {@code margins/section.md}
 * @param inputs names of the clean tables that the grade rests on
 * @param units by column, what its name does not say
 * @param heads by column, what stands above it
 * @param body the Markdown
 * @param lineBefore number of the line before the body
 */
record SectionFile(
        String place,
        String title,
        String question,
        Audience audience,
        List<String> inputs,
        Map<String, String> units,
        Map<String, String> heads,
        String body,
        int lineBefore) {

    SectionFile {
        inputs = List.copyOf(inputs);
        units = Map.copyOf(units);
        heads = Map.copyOf(heads);
    }

    static SectionFile read(Path file) {
        Problems problems = new Problems();
        ConfigSection front = ConfigFile.front(file, nothing(file), problems).root();
        String place = file.getParent().getFileName() + "/" + file.getFileName();
        String title = front.text("title");
        String question = front.text("question");
        Audience audience = front.has("audience") ? front.oneOf("audience", Audience.class) : Audience.TEAM;
        List<String> inputs = front.texts("inputs", List.of());
        List<String> tables = CrmTables.ALL.stream().map(TableSpec::name).toList();
        front.require(tables.containsAll(inputs), "inputs", "must be clean tables, from " + String.join(", ", tables));
        Map<String, String> units = texts(front.section("units"));
        Map<String, String> heads = texts(front.section("columns"));
        List<String> lines = lines(file);
        try {
            problems.throwIfAny();
        } catch (InvalidSettings invalid) {
            throw new InvalidSection(
                    place,
                    invalid.problems().stream()
                            .map(problem -> "line " + problem.line() + ": " + problem.key() + " " + problem.rule())
                            .collect(Collectors.joining("; ")));
        }
        int end = 1
                + lines.subList(1, lines.size()).stream()
                        .map(String::strip)
                        .toList()
                        .indexOf("---");
        String body = String.join("\n", lines.subList(end + 1, lines.size()));
        return new SectionFile(place, title, question, audience, inputs, units, heads, body, end + 1);
    }

    /** Neither the environment nor the command line may change what a section says. */
    private static Surroundings nothing(Path file) {
        return new Surroundings(Map.of(), file.toAbsolutePath().getParent(), Map.of());
    }

    private static Map<String, String> texts(ConfigSection section) {
        Map<String, String> texts = new LinkedHashMap<>();
        section.keys().forEach(key -> texts.put(key, section.text(key)));
        return texts;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Words may be translated; who may read them and what their grade rests on stay those of the original. */
    SectionFile of(SectionFile original) {
        Map<String, String> allHeads = new LinkedHashMap<>(original.heads);
        allHeads.putAll(heads);
        return new SectionFile(
                place, title, question, original.audience, original.inputs, original.units, allHeads, body, lineBefore);
    }

    /** Refuses the section for what stands on this line of the body, counted from 0. */
    InvalidSection refusal(int bodyLine, String problem) {
        return new InvalidSection(place + ":" + (lineBefore + bodyLine + 1), problem);
    }
}
