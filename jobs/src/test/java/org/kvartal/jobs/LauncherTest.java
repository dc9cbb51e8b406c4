package org.kvartal.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher in the layout of a distribution, with a Java that only tells how it was called. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void layOut() throws IOException {
        home = Files.createDirectories(folder.resolve("kvartal 0.1.0"));
        Files.copy(Path.of("../kvartal"), home.resolve("kvartal"));
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/kvartal-jobs-0.1.0.jar"));
        Files.writeString(home.resolve("lib/class-path"), "lib/b.jar:lib/a.jar");
        java("""
                if [ "$1" = -version ]; then echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit; fi
                for argument; do echo "$argument"; done
                """);
    }

    private void java(String script) throws IOException {
        Path java = Files.createDirectories(folder.resolve("jre/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void searchesTheLibrariesInTheOrderOfTheBuild() throws Exception {
        assertThat(run("--version"))
                .containsSequence(
                        "-cp",
                        "%1$s/lib/kvartal-jobs-0.1.0.jar:%1$s/lib/b.jar:%1$s/lib/a.jar".formatted(home),
                        "org.kvartal.jobs.Main",
                        "--version");
    }

    @Test
    void findsItsHomeBehindALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("kvartal"), home.resolve("kvartal"));

        assertThat(lines(link, "--version")).contains("-Dkvartal.home=" + home);
    }

    @Test
    void keepsTheClassArchiveOfTheFirstNightBesideItAndStartsTheNextOnesWithIt() throws Exception {
        Path archive = home.resolve("cache/kvartal.jsa");
        assertThat(run("run", "--as-of", "2026-03-31")).contains("-XX:ArchiveClassesAtExit=" + archive);

        Files.createFile(archive);

        assertThat(run("run", "--as-of", "2026-04-01")).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void refusesAnOldJava() throws Exception {
        java("echo 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");

        Process process = process(home.resolve("kvartal"), "--version");

        assertThat(process.errorReader().lines())
                .containsExactly("kvartal: Invalid Java version 11: Kvartal needs 17 or newer");
        assertThat(process.waitFor()).isEqualTo(ExitCode.INVALID.number());
    }

    private List<String> run(String... arguments) throws Exception {
        return lines(home.resolve("kvartal"), arguments);
    }

    private List<String> lines(Path launcher, String... arguments) throws Exception {
        Process process = process(launcher, arguments);
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    private Process process(Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", folder.resolve("jre").toString());
        builder.environment().keySet().removeAll(List.of("KVARTAL_CACHE", "KVARTAL_OPTS"));
        return builder.start();
    }
}
