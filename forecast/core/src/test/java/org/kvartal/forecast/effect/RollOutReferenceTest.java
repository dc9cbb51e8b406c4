package org.kvartal.forecast.effect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** All estimators on an invented roll-out against other implementations, which the head of the file of answers names. */
class RollOutReferenceTest {
    private static final double ERROR = 2e-8;

    private record Row(int unit, String team, long year, long first, double y, double x) {
        boolean isHole() {
            return (7 * unit + 3 * year) % 13 == 0 || unit % 10 == 1 && year > 2008 || unit % 10 == 2 && year < 2006;
        }
    }

    private static final Map<String, Predicate<Row>> PANELS = Map.of(
            "complete", row -> true,
            "teams", row -> true,
            "all-treated", row -> row.first() > 0,
            "holes", row -> !row.isHole());

    @ParameterizedTest
    @CsvSource({"complete", "all-treated", "holes", "teams"})
    void agreesWithOtherImplementations(String name) throws IOException {
        for (boolean hasCovariate : new boolean[] {false, true}) {
            Map<Estimator, EffectResult> found = new EffectAnalysis(Control.NOT_YET, Adjustment.DOUBLY_ROBUST, 0, 1)
                    .estimate(panel(name, hasCovariate ? List.of("x") : List.of()));
            List<String[]> expected = lines("roll-out-expected.csv").stream()
                    .filter(row -> row[0].equals(name) && row[1].isEmpty() != hasCovariate)
                    .toList();
            assertThat(expected).hasSizeGreaterThan(20);
            for (String[] row : expected) {
                Effect effect = find(found, row);
                assertThat(effect.estimate()).as(String.join(",", row)).isCloseTo(number(row[5]), within(ERROR));
                assertThat(effect.standardError()).as(String.join(",", row)).isCloseTo(number(row[6]), within(ERROR));
            }
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static Effect find(Map<Estimator, EffectResult> found, String[] row) {
        EffectResult result = found.entrySet().stream()
                .filter(entry -> entry.getKey().label().equals(row[2]))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        return ((EffectResult.Estimated) result)
                .effects().stream()
                        .filter(effect -> effect.key().equals(key(row[3], row[4])))
                        .findFirst()
                        .orElseThrow();
    }

    private static EffectKey key(String aggregation, String at) {
        if (at.isEmpty()) {
            return EffectKey.overall(Aggregation.valueOf(aggregation.toUpperCase(Locale.ROOT)));
        }
        long place = Long.parseLong(at);
        return switch (aggregation) {
            case "group" -> EffectKey.group(place);
            case "event" -> EffectKey.event(place);
            default -> EffectKey.calendar(place);
        };
    }

    private static Panel panel(String name, List<String> covariates) throws IOException {
        PanelBuilder panel = new PanelBuilder(covariates);
        for (String[] cells : lines("roll-out.csv")) {
            Row row = new Row(
                    Integer.parseInt(cells[0]),
                    cells[1],
                    Long.parseLong(cells[2]),
                    Long.parseLong(cells[3]),
                    number(cells[4]),
                    number(cells[5]));
            if (Objects.requireNonNull(PANELS.get(name)).test(row)) {
                panel.add(
                        cells[0],
                        name.equals("teams") ? row.team() : cells[0],
                        row.year(),
                        row.first() == 0 ? Panel.NEVER : row.first(),
                        row.y(),
                        covariates.isEmpty() ? List.of() : List.of(row.x()));
            }
        }
        return panel.build();
    }

    private static List<String[]> lines(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RollOutReferenceTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toList());
        }
    }
}
