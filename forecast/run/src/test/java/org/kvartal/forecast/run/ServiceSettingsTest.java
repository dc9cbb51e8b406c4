package org.kvartal.forecast.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.worktime.OpeningHours;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ServiceSettingsTest {
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    @TempDir
    Path folder;

    @Test
    void worksOnWeekdaysFromNineToFiveUnlessToldOtherwise() throws IOException {
        ServiceSettings settings = read(file("{}"));

        assertThat(settings.usual().zone()).isEqualTo(PRAGUE);
        assertThat(settings.usual().days()).hasSize(5).doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(settings.usual().hours()).isEqualTo(new OpeningHours(LocalTime.of(9, 0), LocalTime.of(17, 0)));
        assertThat(settings.targets()).isEmpty();
        assertThat(settings.silence()).isEqualTo(Duration.ZERO);
    }

    @Test
    void readsAWeekForACalendarAndPromisesForPriorities() throws IOException {
        ServiceSettings settings = read(file("""
                service:
                  opens: "08:00"
                  calendars:
                    Tehran: { time-zone: Asia/Tehran, working-days: [sat, SUN, monday], closes: "24:00" }
                  sla: { High: 4h, Low: 1h30m, Urgent: 45m }
                  auto-close: { after-waiting-days: 7, bulk-count: 50 }
                """));

        assertThat(settings.weeks())
                .isEqualTo(Map.of(
                        "tehran",
                        new ServiceSettings.Week(
                                ZoneId.of("Asia/Tehran"),
                                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                                new OpeningHours(LocalTime.of(8, 0), LocalTime.MIDNIGHT))));
        assertThat(settings.targets())
                .isEqualTo(Map.of(
                        "high", Duration.ofHours(4), "low", Duration.ofMinutes(90), "urgent", Duration.ofMinutes(45)));
        assertThat(settings.silence()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.bulkCount()).isEqualTo(50);
    }

    @Test
    void tellsEverythingThatIsWrong() throws IOException {
        ConfigFile file = file("""
                service:
                  working-days: [mon, yesterday]
                  opens: "18:00"
                  closes: "9 o'clock"
                  sla: { P1: 3d }
                  statuses: { waiting: [pending, Resolved] }
                """);
        read(file);

        assertThat(file.problems().all())
                .extracting(InvalidSetting::key, InvalidSetting::rule)
                .containsExactlyInAnyOrder(
                        tuple("service.working-days", "must be days, as [mon, tue]; yesterday is none"),
                        tuple("service.closes", "must be a time of day in quotes, as \"09:00\""),
                        tuple("service.sla.P1", "must be working time up to 2000h, as 4h or 1h30m"),
                        tuple("service.statuses.waiting", "must have no status that stands for something else too"));
    }

    private static ServiceSettings read(ConfigFile file) {
        return ServiceSettings.read(file.root().section("service"), PRAGUE);
    }

    private ConfigFile file(String text) throws IOException {
        Path config = Files.writeString(folder.resolve("kvartal.yaml"), text + "\n");
        return ConfigFile.read(config, new Surroundings(Map.of(), folder, Map.of()));
    }
}
