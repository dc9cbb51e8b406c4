package org.kvartal.ingest.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.model.FiscalCalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FiscalCalendarSettingsTest {
    @TempDir
    Path folder;

    private FiscalCalendar calendar(String yaml) throws IOException {
        Path path = Files.writeString(folder.resolve("kvartal.yaml"), yaml);
        ConfigFile file = ConfigFile.read(path, new Surroundings(Map.of(), folder, Map.of()));
        FiscalCalendar calendar = FiscalCalendarSettings.read(file.root());
        file.problems().throwIfAny();
        return calendar;
    }

    @Test
    void beginsInJanuaryUnlessToldOtherwise() throws IOException {
        assertThat(calendar("{}").description()).isEqualTo("fiscal year from January");
        assertThat(calendar("fiscal-year-starts: 4").description()).isEqualTo("fiscal year from April");
        assertThat(calendar("fiscal-calendar: {kind: months, starts: 4}")).isEqualTo(new FiscalCalendar(4));
    }

    @Test
    void knowsTheSolarHijriCalendar() throws IOException {
        FiscalCalendar calendar = calendar("fiscal-calendar: {kind: persian}");

        assertThat(calendar.description()).isEqualTo("Solar Hijri fiscal year from Farvardin");
        assertThat(calendar.quarterOf(LocalDate.parse("2025-03-20"))).hasToString("Q4 1403");
    }

    @Test
    void knowsYearsOfWholeWeeks() throws IOException {
        FiscalCalendar calendar =
                calendar("fiscal-calendar: {kind: weeks, ends-on: saturday, of-month: 1, ending: nearest}");

        assertThat(calendar.description())
                .isEqualTo("fiscal year of weeks to the Saturday nearest to the end of January");
        assertThat(calendar.year(2024).lastDay()).isEqualTo("2024-02-03");
    }

    @Test
    void refusesTwoWaysOfSayingIt() {
        assertThatThrownBy(() -> calendar("fiscal-year-starts: 1\nfiscal-calendar: {kind: persian}"))
                .hasMessageContaining("fiscal-year-starts = 1 must be left out where fiscal-calendar is given");
    }

    @Test
    void refusesAPatternThatDoesNotExistAndKeysOfOtherKinds() {
        assertThatThrownBy(() -> calendar(
                        "fiscal-calendar: {kind: weeks, ends-on: friday, of-month: 12, ending: last, pattern: 4-4-4}"))
                .hasMessageContaining("fiscal-calendar.pattern = 4-4-4 must be 4-4-5, 4-5-4 or 5-4-4");
        assertThatThrownBy(() -> calendar("fiscal-calendar: {kind: persian, pattern: 4-4-5}"))
                .hasMessageContaining("fiscal-calendar.pattern");
    }
}
