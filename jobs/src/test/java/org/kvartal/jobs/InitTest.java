package org.kvartal.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.source.PresetFolders;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.jobs.TinyProject.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code kvartal init}. */
class InitTest {
    private static final Path HOME = Path.of("..");

    @TempDir
    Path folder;

    /** As the launcher does; tests run in the folder of their module. */
    @BeforeAll
    static void tellWhereKvartalIs() {
        System.setProperty("kvartal.home", HOME.toString());
    }

    @AfterAll
    static void forgetWhereKvartalIs() {
        System.clearProperty("kvartal.home");
    }

    static Iterable<String> presets() {
        return new PresetFolders(List.of(HOME.resolve("conf/sources"))).names();
    }

    private Outcome init(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "init";
        args[1] = "--dir";
        args[2] = folder.resolve("conf").toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return TinyProject.run(args);
    }

    private Path config() {
        return folder.resolve("conf/kvartal.yaml");
    }

    @Test
    void tellsWhatToDoNext() {
        Outcome outcome = init("--preset", "maven-crm");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).hasSize(3);
        assertThat(outcome.out()).startsWith("""
                wrote %1$s; read it through, set CRM_FOLDER, then:
                kvartal doctor --config %1$s
                kvartal run --config %1$s --as-of 20""".formatted(config()));
    }

    @Test
    void writesWhatDoctorAcceptsOnceTheVariableIsSetAndTheFilesAreThere() throws IOException, InterruptedException {
        TinyProject.in(folder);
        Files.delete(config());
        assertThat(init("--preset", "tiny", "--source", "shop").exitCode()).isZero();

        assertThat(doctor(Map.of()))
                .containsExactly(
                        "3",
                        "kvartal: Invalid configuration:",
                        config()
                                + ":16: sources.shop.folder = ${SHOP_FOLDER} needs the environment"
                                + " variable SHOP_FOLDER, which is not set");
        assertThat(doctor(Map.of("SHOP_FOLDER", "data")))
                .startsWith("0", "ok    configuration")
                .endsWith("ok    source shop, 5 tables");
    }

    /** The exit code of {@code kvartal doctor} in a process with these variables and the folder to work in, and its lines. */
    private List<String> doctor(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = OwnProcess.of("doctor", "--config", config().toString());
        builder.environment().putAll(environment);
        Process process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader()) {
            List<String> printed = new ArrayList<>(lines.lines().toList());
            printed.add(0, String.valueOf(process.waitFor()));
            return printed;
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void writesAConfigurationForEveryPresetThatKvartalComesWith(String preset) {
        assertThat(init("--preset", preset).exitCode()).isZero();
        Map<String, String> environment =
                Map.of("CRM_FOLDER", folder.toString(), "CRM_URL", "jdbc:h2:mem:crm", "CRM_PASSWORD", "secret");

        KvartalConfig config = KvartalConfig.read(config(), new Surroundings(environment, folder, Map.of()));

        assertThat(config.output()).isEqualTo(folder.resolve("out"));
        assertThat(config.sources()).extracting(SourceSettings::name).containsExactly("crm");
        assertThat(config.sources().get(0).preset().name()).isEqualTo(preset);
    }

    @Test
    void beginsWithTheExampleUrlOfADatabase() throws IOException {
        Files.createDirectories(folder.resolve("conf/sources/erp"));
        Files.writeString(folder.resolve("conf/sources/erp/source.yaml"), """
                kind: jdbc
                example-url: jdbc:postgresql://localhost:5432/erp
                extract:
                  orders: { table: orders, key: [id] }
                """);

        assertThat(init("--preset", "erp", "--source", "erp").out()).contains("set ERP_PASSWORD, then:");
        assertThat(config()).content().endsWith("""
                  erp:                        # the name is also the prefix of the ids: erp:17
                    preset: erp
                    # Only an example: put in your host and database.
                    url: "jdbc:postgresql://localhost:5432/erp"
                    # Somebody who may read the tables of the preset and do nothing else: see docs/sources.md.
                    user: kvartal
                    password: "${ERP_PASSWORD}"
                """);
    }

    @Test
    void asksForTheUrlOfADatabaseThatThePresetHasNoExampleOf() throws IOException {
        Files.createDirectories(folder.resolve("conf/sources/erp"));
        Files.writeString(folder.resolve("conf/sources/erp/source.yaml"), """
                kind: jdbc
                extract:
                  orders: { table: orders, key: [id] }
                """);

        assertThat(init("--preset", "erp").out()).contains("set CRM_URL and CRM_PASSWORD, then:");
        assertThat(config()).content().contains("    url: \"${CRM_URL}\"\n");
    }

    @Test
    void leavesAConfigurationAloneThatIsThere() throws IOException {
        Files.createDirectories(config().getParent());
        Files.writeString(config(), "mine\n");

        assertThat(init("--preset", "maven-crm"))
                .isEqualTo(new Outcome(3, "", "kvartal: Cannot write " + config() + ": it exists already\n"));
        assertThat(config()).hasContent("mine\n");
    }

    @Test
    void listsThePresetsWhenItDoesNotKnowTheOneNamed() {
        Outcome outcome = init("--preset", "maven-cmr");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .isEqualTo(
                        "kvartal: Cannot configure preset maven-cmr: there is none; did you mean maven-crm? There are "
                                + String.join(", ", presets()) + "\n");
        assertThat(config()).doesNotExist();
    }

    @Test
    void refusesANameThatCannotBeAPrefix() {
        assertThat(init("--preset", "maven-crm", "--source", "My CRM")).isEqualTo(new Outcome(3, "", """
                kvartal: Invalid source name My CRM: it must be lower-case letters, digits and underscores, with a\
                 letter first
                """));
    }
}
