package org.kvartal.jobs.preflight;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.disk.Bytes;
import org.kvartal.jobs.disk.DiskUse;
import org.kvartal.jobs.run.Claimant;

import static org.assertj.core.api.Assertions.assertThat;

class PreflightTest {
    @TempDir
    Path folder;

    @Test
    void writesToTheOutputFolderAndLeavesNothingThere() throws IOException {
        Path output = folder.resolve("out");
        assertThat(OutputFolder.check(output)).containsExactly(Finding.ok("output", "output folder " + output));
        try (Stream<Path> left = Files.list(output)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void failsWhereTheOutputFolderIsAFile() throws IOException {
        Path output = Files.createFile(folder.resolve("out"));
        Finding finding = OutputFolder.check(output).get(0);
        assertThat(finding.failed()).isTrue();
        assertThat(finding.line()).startsWith("FAIL  output folder " + output + " cannot be written (");
    }

    @Test
    void failsWithoutRoomForANightLikeTheLast() throws IOException {
        Path release = Files.createDirectories(folder.resolve("published/.releases/2024-06-30.1"));
        Files.createSymbolicLink(folder.resolve("published/2024-06-30"), Path.of(".releases/2024-06-30.1"));
        Files.createSymbolicLink(folder.resolve("published/latest"), Path.of("2024-06-30"));
        assertThat(DiskSpace.check(folder, List.of()).get(0).failed()).isFalse();
        try (var sparse = new RandomAccessFile(release.resolve("large").toFile(), "rw")) {
            sparse.setLength(Files.getFileStore(folder).getUsableSpace());
        }
        Finding finding = DiskSpace.check(folder, List.of()).get(0);
        assertThat(finding.failed()).isTrue();
        assertThat(finding.text()).endsWith(": make room, as with kvartal clean");
    }

    @Test
    void refusesAFolderOfANewerKvartal() throws IOException {
        release("0.9.0");
        assertThat(StoredVersion.check(folder))
                .containsExactly(Finding.fail(
                        "version",
                        "the output folder was written by Kvartal 0.9.0, and this is 0.1.0: run the newer one; going"
                                + " back is not possible"));
    }

    @Test
    void takesAFolderOfAnOlderKvartal() throws IOException {
        release("0.0.9");
        assertThat(StoredVersion.check(folder))
                .containsExactly(Finding.ok("version", "Kvartal 0.1.0, the last night ran with 0.0.9"));
    }

    private void release(String version) throws IOException {
        Path latest = Files.createDirectories(folder.resolve("published/latest"));
        Files.writeString(latest.resolve("run.json"), "{\"version\": \"" + version + "\"}");
        Files.writeString(latest.resolve("checks.json"), "{}");
    }

    @Test
    void refusesALakeThatWasCopied() throws IOException {
        Path metadata = Files.createDirectories(folder.resolve("lake/crm/deals/metadata"));
        Files.writeString(metadata.resolve("version-hint.text"), "2");
        Files.writeString(metadata.resolve("v2.metadata.json"), "{\"location\": \"/old/lake/crm/deals\"}");
        assertThat(LakePlace.check(folder))
                .containsExactly(Finding.fail(
                        "lake",
                        "lake " + folder.resolve("lake") + " was copied or moved, its tables name files in"
                                + " /old/lake/crm/deals: move it back, a night here would write there"));
        Files.writeString(
                metadata.resolve("v2.metadata.json"), "{\"location\": \"" + folder.resolve("lake/crm/deals") + "\"}");
        assertThat(LakePlace.check(folder)).containsExactly(Finding.ok("lake", "lake " + folder.resolve("lake")));
    }

    @Test
    void doubtsAClockThatIsFarOff() {
        assertThat(Machine.clock(LocalDate.parse("1970-01-01"), ZoneOffset.UTC).line())
                .isEqualTo("FAIL  clock: today is 1970-01-01 in Z: set the clock of this machine");
        assertThat(Machine.clock(LocalDate.parse("2026-01-01"), ZoneOffset.UTC).failed())
                .isFalse();
    }

    @Test
    void warnsOfADatabaseWhoseClockIsAnother() {
        assertThat(SourceReach.skew("crm", Duration.ofSeconds(-300))
                        .orElseThrow()
                        .line())
                .isEqualTo(
                        "warn  source crm: its clock is 300 s behind this machine's: set both by NTP, or changes near"
                                + " midnight land on the wrong day");
        assertThat(SourceReach.skew("crm", Duration.ofSeconds(90))).isEmpty();
    }

    @Test
    void missesAFont() {
        assertThat(Machine.fonts(Stream.of("IBMPlexSans-Regular")).failed()).isFalse();
        assertThat(Machine.fonts(Stream.of("Comic")).failed()).isTrue();
    }

    @Test
    void warnsOfLittleMemory() {
        assertThat(Machine.memory(500_000_000).line())
                .isEqualTo("warn  memory 500.0 MB, and a small night takes 600.0 MB: set KVARTAL_OPTS=-Xmx2g");
    }

    @Test
    void warnsOfMessagesThatWait() throws IOException {
        Files.createFile(
                Files.createDirectories(folder.resolve("outbox/waiting")).resolve("1.json"));
        assertThat(Remains.check(folder, Claimant.thisProcess("crm-1", Clock.systemUTC())))
                .extracting(Finding::subject)
                .containsExactly("lock", "outbox");
    }

    @Test
    void countsTheBytesOfFilesByTheirAge() throws IOException {
        Path old = Files.writeString(folder.resolve("old"), "123");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.writeString(folder.resolve("new"), "12345");
        assertThat(DiskUse.of(folder)).isEqualTo(8);
        assertThat(DiskUse.since(folder, Instant.parse("2021-01-01T00:00:00Z"))).isEqualTo(5);
        assertThat(DiskUse.of(folder.resolve("nowhere"))).isZero();
    }

    @Test
    void writesBytesAsPeopleReadThem() {
        assertThat(Bytes.text(999)).isEqualTo("999 B");
        assertThat(Bytes.text(1_500_000)).isEqualTo("1.5 MB");
    }
}
