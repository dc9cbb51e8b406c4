package org.kvartal.jobs.clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.RetentionSettings;
import org.kvartal.jobs.run.RunState;
import org.kvartal.reports.publish.Releases;

import static org.assertj.core.api.Assertions.assertThat;

class CleaningTest {
    private static final RetentionSettings RETENTION = new RetentionSettings(7, 2, 400, 30);

    @TempDir
    Path output;

    private final Instant now = Instant.now();

    @Test
    void keepsTheLastDaysAndMonthEndsAndWhatTheseReferTo() throws IOException {
        for (String date :
                List.of("2024-03-30", "2024-04-29", "2024-04-30", "2024-05-15", "2024-05-30", "2024-05-31")) {
            publish(date, "", "");
        }
        publish("2024-06-20", "", "");
        publish("2024-06-21", "", "");
        publish("2024-06-29", "2024-06-21", "2024-05-15");
        clean(now);
        assertThat(new Releases(output).dates())
                .extracting(LocalDate::toString)
                .containsExactly("2024-05-15", "2024-05-31", "2024-06-21", "2024-06-29");
        assertThat(output.resolve("published/latest/run.json")).exists();
    }

    @Test
    void takesTheNameFirstAndTheFilesADayLater() throws IOException {
        publish("2024-01-10", "", "");
        publish("2024-06-29", "", "");
        Path files = output.resolve("published/.releases/2024-01-10.1");
        age(files, Duration.ofDays(90));
        clean(now);
        assertThat(output.resolve("published/2024-01-10")).doesNotExist();
        assertThat(files).exists();
        clean(now.plus(Duration.ofHours(23)));
        assertThat(files).exists();
        clean(now.plus(Duration.ofHours(25)));
        assertThat(files).doesNotExist();
    }

    @Test
    void removesAReleaseThatAnotherReplacedWhenNobodyCanBeReadingIt() throws IOException {
        publish("2024-06-29", "", "");
        Path replaced = release("2024-06-29.0", "", "");
        age(replaced, Duration.ofDays(3));
        clean(now);
        assertThat(replaced)
                .as("the date was turned to another release just now")
                .exists();
        clean(now.plus(Duration.ofDays(2)));
        assertThat(replaced).doesNotExist();
        assertThat(output.resolve("published/latest/run.json")).exists();
    }

    @Test
    void leavesAloneWhatAnUnfinishedRunPrepares() throws IOException {
        publish("2024-06-29", "", "");
        Path prepared = release("2024-06-30.1", "", "");
        age(prepared, Duration.ofDays(9));
        RunState.first(LocalDate.parse("2024-06-30"), "abc").write(output);
        clean(now);
        assertThat(prepared).exists();
    }

    @Test
    void removesScratchAndOldMessagesThatWereSent() throws IOException {
        publish("2024-06-29", "", "");
        Path scratch = Files.createDirectories(output.resolve(".scratch/spark"));
        Path old = Files.writeString(
                Files.createDirectories(output.resolve("outbox/sent")).resolve("1.json"), "12345");
        Path waiting = Files.createFile(
                Files.createDirectories(output.resolve("outbox/waiting")).resolve("2.json"));
        age(old, Duration.ofDays(31));
        age(waiting, Duration.ofDays(31));
        Cleaning cleaning = new Cleaning(output, RETENTION, now);
        assertThat(cleaning.removals())
                .contains(new Removal(old, 5, "message sent long ago"))
                .extracting(Removal::path)
                .containsExactly(scratch.getParent(), old);
        assertThat(old).as("only listed").exists();
        cleaning.clean();
        assertThat(scratch).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(waiting).exists();
    }

    @Test
    void hasNothingToDoWhereNothingWasPublished() {
        assertThat(new Cleaning(output, RETENTION, now).removals()).isEmpty();
    }

    private void clean(Instant time) {
        new Cleaning(output, RETENTION, time).clean();
    }

    private void publish(String date, String previous, String shown) throws IOException {
        release(date + ".1", previous, shown);
        new Releases(output).publish(date + ".1", LocalDate.parse(date));
    }

    private Path release(String run, String previous, String shown) throws IOException {
        Path folder =
                Files.createDirectories(output.resolve("published/.releases").resolve(run));
        Files.writeString(folder.resolve("run.json"), """
                {"run_id": "%s", "previous": "%s", "sections": [{"section": "a", "shown_as_of": null},
                 {"section": "b", "shown_as_of": "%s"}]}
                """.formatted(run, previous, shown));
        Files.writeString(folder.resolve("checks.json"), "{}");
        return folder;
    }

    private void age(Path path, Duration age) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(now.minus(age)));
        assertThat(Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant())
                .isBefore(now);
    }
}
