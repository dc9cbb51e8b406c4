package org.kvartal.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class PackagingTest {
    private static final Path PACKAGING = Path.of("packaging");
    private static final String PROGRAM = "/opt/kvartal/kvartal";
    private static final Pattern COMMAND = Pattern.compile("^[^#]*?" + PROGRAM + " ([^\"'>|&\n]*)", Pattern.MULTILINE);

    static Stream<Path> examples() throws IOException {
        return Files.walk(PACKAGING)
                .filter(Files::isRegularFile)
                .filter(file -> !file.getFileName().toString().endsWith(".xml"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyCommandOfAnExampleIsOneThatKvartalKnows(Path example) throws IOException {
        for (String arguments : COMMAND.matcher(Files.readString(example))
                .results()
                .map(match -> match.group(1).strip())
                .toList()) {
            assertThatCode(() -> new CommandLine(new Main())
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .parseArgs(arguments.split(" +")))
                    .as(arguments)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everySchedulerRunsANight() throws IOException {
        for (String example : List.of("cron/kvartal", "systemd/kvartal.service", "kubernetes/cronjob.yaml")) {
            assertThat(Files.readString(PACKAGING.resolve(example))).contains(PROGRAM + " run --config ");
        }
    }

    @Test
    void theUnitsAreValidForSystemd(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled("systemd-analyze"), "systemd-analyze is not installed");
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
        try (Stream<Path> units = Files.list(PACKAGING.resolve("systemd"))) {
            for (Path unit : units.toList()) {
                Path copy = folder.resolve(unit.getFileName());
                Files.writeString(copy, Files.readString(unit).replace(PROGRAM, "/bin/true"));
                command.add(copy.toString());
            }
        }
        assertThat(output(command)).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theCronJobIsOneThatNeedsNoRootAndNoSecondTryOfAWrongConfiguration() throws IOException {
        Map<String, Object> job =
                (Map<String, Object>) new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(PACKAGING.resolve("kubernetes/cronjob.yaml")));

        assertThat(job).containsEntry("apiVersion", "batch/v1").containsEntry("kind", "CronJob");
        Map<String, Object> spec = (Map<String, Object>) job.get("spec");
        assertThat(spec).containsEntry("concurrencyPolicy", "Forbid");
        Map<String, Object> run = (Map<String, Object>) ((Map<String, Object>) spec.get("jobTemplate")).get("spec");
        assertThat(run.get("podFailurePolicy").toString()).contains("FailJob", "values=[3]");
        Map<String, Object> pod = (Map<String, Object>) ((Map<String, Object>) run.get("template")).get("spec");
        assertThat(pod.get("securityContext").toString()).contains("runAsNonRoot=true");
        assertThat(pod.get("containers").toString())
                .contains("readOnlyRootFilesystem=true", "allowPrivilegeEscalation=false");
    }

    @Test
    void theDagOfAirflowIsValidPython() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled("python3"), "python3 is not installed");
        Path dag = PACKAGING.resolve("airflow/kvartal_night.py");

        assertThat(output(List.of(
                        "python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", dag.toString())))
                .isEmpty();
        List<String> options = Pattern.compile("\"(--[a-z-]+)\"")
                .matcher(Files.readString(dag))
                .results()
                .map(MatchResult::group)
                .map(option -> option.replace("\"", ""))
                .toList();
        assertThat(options).isNotEmpty();
        assertThat(new CommandLine(new Main())
                        .getSubcommands()
                        .get("run")
                        .getCommandSpec()
                        .optionsMap())
                .containsKeys(options.toArray(String[]::new));
    }

    @Test
    void theImageRunsAsNobodyInParticular() throws IOException {
        assertThat(Files.readString(PACKAGING.resolve("Dockerfile")))
                .contains("\nUSER kvartal\n", "--activate-profiles launcher,distribution package")
                .contains("ENTRYPOINT [\"" + PROGRAM + "\"]");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
