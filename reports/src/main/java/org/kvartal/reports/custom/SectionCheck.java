package org.kvartal.reports.custom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.reports.data.Answer;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.data.ReportData;

/** Writes a section from a release, in each of its languages, and runs the tests beside it. */
public final class SectionCheck {
    private final ProjectSettings project;
    private final Path data;
    private final LocalDate asOf;

    /** @param data folder of a release's datasets */
    public SectionCheck(ProjectSettings project, Path data, LocalDate asOf) {
        this.project = project;
        this.data = data;
        this.asOf = asOf;
    }

    /** The tests that a section has. */
    public static List<Path> tests(Path section) {
        Path folder = section.resolve("tests");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Everything that is wrong with the section; nothing if it can be published. */
    public List<String> problems(Path section) {
        List<String> problems = new ArrayList<>();
        for (String language : project.languages()) {
            try (Datasets datasets = Datasets.open(data)) {
                CustomSection.read(section, language).write(new ReportData(datasets, project, asOf, null));
            } catch (InvalidSection | DataUnreadable wrong) {
                problems.add(String.valueOf(wrong.getMessage()));
            }
        }
        tests(section).forEach(test -> problems.addAll(failures(section, test)));
        return problems.stream().distinct().toList();
    }

    private List<String> failures(Path section, Path file) {
        String place = section.getFileName() + "/tests/" + file.getFileName();
        try (Datasets datasets = Datasets.withoutRows(data)) {
            GivenAndExpected test = GivenAndExpected.read(file, place);
            test.given().forEach(rows -> datasets.give(rows.name(), rows.columns(), rows.values()));
            ReportData given = new ReportData(datasets, project, test.asOf(), null);
            SectionFile text = SectionFile.read(section.resolve(CustomSections.FILE));
            Queries queries = new Queries(section, new Columns(text, project.currency()), given);
            return test.expected().stream()
                    .flatMap(rows -> differences(rows, queries.named(rows.name())))
                    .map(difference -> place + ": " + difference)
                    .toList();
        } catch (InvalidSection wrong) {
            return List.of(String.valueOf(wrong.getMessage()));
        } catch (DataUnreadable | IllegalArgumentException wrong) {
            return List.of(place + ": " + wrong.getMessage());
        }
    }

    private static Stream<String> differences(GivenAndExpected.Rows expected, Query query) {
        expected.columns().forEach(query::requireColumn);
        Answer answer = query.answer();
        if (answer.size() != expected.values().size()) {
            return Stream.of("query " + query.name() + " gives " + answer.size() + " rows, expected "
                    + expected.values().size());
        }
        List<String> differences = new ArrayList<>();
        for (int row = 0; row < answer.size(); row++) {
            for (int column = 0; column < expected.columns().size(); column++) {
                String name = expected.columns().get(column);
                String value = expected.values().get(row).get(column);
                if (!agree(value, answer.text(row, name))) {
                    differences.add("query " + query.name() + ", row " + (row + 1) + ", " + name + ": "
                            + shown(answer.text(row, name)) + ", expected " + shown(value));
                }
            }
        }
        return differences.stream();
    }

    private static String shown(String value) {
        return value.isEmpty() ? "no value" : value;
    }

    /** Numbers agree in the decimals that are expected. */
    private static boolean agree(String expected, String found) {
        if (expected.equals(found)) {
            return true;
        }
        try {
            BigDecimal number = new BigDecimal(expected);
            return new BigDecimal(found)
                            .setScale(Math.max(0, number.scale()), RoundingMode.HALF_UP)
                            .compareTo(number)
                    == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
