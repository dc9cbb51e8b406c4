package org.kvartal.ingest.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigSectionTest {
    @TempDir
    Path folder;

    private enum Kind {
        CSV,
        TWO_WORDS
    }

    private record ForecastSettings(int horizonMonths, double intervalLevel) {
        static ForecastSettings read(ConfigSection section) {
            ForecastSettings settings = new ForecastSettings(
                    section.integerFrom(1, 36, "horizon-months"), section.number("interval-level", 0.95));
            section.require(settings.intervalLevel() < 1, "interval-level", "must be a fraction below 1");
            return settings;
        }
    }

    @Test
    void readsEveryTypeOfValue() throws IOException {
        ConfigFile file = given(Map.of(), """
                name: Acme # the board's name for it
                count: 12
                share: 0.25
                on: true
                from: 2024-02-29
                zone: Europe/Bratislava
                colour: green
                kind: two-words
                languages: [en, sk]
                country: NO
                """);
        ConfigSection root = file.root();

        assertThat(root.text("name")).isEqualTo("Acme");
        assertThat(root.integer("count")).isEqualTo(12);
        assertThat(root.number("share")).isEqualTo(0.25);
        assertThat(root.flag("on")).isTrue();
        assertThat(root.date("from")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(root.zone("zone")).isEqualTo(ZoneId.of("Europe/Bratislava"));
        assertThat(root.oneOf("colour", List.of("red", "green"))).isEqualTo("green");
        assertThat(root.oneOf("kind", Kind.class)).isEqualTo(Kind.TWO_WORDS);
        assertThat(root.texts("languages")).containsExactly("en", "sk");
        assertThat(root.text("country")).isEqualTo("NO");
        assertThat(file.problems().all()).isEmpty();
    }

    @Test
    void takesTheFallbackOfAnAbsentKeyAndOfAnEmptyOne() throws IOException {
        ConfigFile file = given(Map.of(), "name:\ncount: ~\n");

        assertThat(file.root().text("name", "Acme")).isEqualTo("Acme");
        assertThat(file.root().integer("count", 3)).isEqualTo(3);
        assertThat(file.root().optionalDate("from")).isEmpty();
        assertThat(file.root().section("output").path("folder", "../out")).isEqualTo(folder.resolveSibling("out"));
        assertThat(file.problems().all()).isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnceWithItsLine() throws IOException {
        ConfigFile file = given(Map.of(), """
                project:
                  currancy: EUR
                  fiscal-year-starts: January
                  time-zone: Europe/Atlantis
                forecast:
                  horizon-months: 0
                  interval-level: 1.5
                sources:
                  crm: { folder: nowhere }
                """);
        ConfigSection project = file.root().section("project");
        project.text("name");
        project.text("currency", "EUR");
        project.integerFrom(1, 12, "fiscal-year-starts");
        project.zone("time-zone");
        ForecastSettings.read(file.root().section("forecast"));
        file.root().sections("sources").get("crm").folder("folder");

        refuses(
                file,
                ":1: project.name must be given",
                ":2: project.currancy is not a known key; did you mean currency?",
                ":3: project.fiscal-year-starts = January must be a whole number from 1 to 12",
                ":4: project.time-zone = Europe/Atlantis must be a time zone, as Europe/Prague",
                ":6: forecast.horizon-months = 0 must be a whole number from 1 to 36",
                ":7: forecast.interval-level = 1.5 must be a fraction below 1",
                ":9: sources.crm.folder = nowhere must be a folder that exists; there is none at "
                        + folder.resolve("nowhere"));
    }

    @Test
    void namesTheRuleOfEveryType() throws IOException {
        ConfigFile file = given(Map.of(), """
                whole: 1.5
                large: 12345678901
                number: 1,5
                share: 2
                flag: yes
                date: 2023-02-29
                colour: blue
                list: en
                text: [a]
                section: 5
                """);
        ConfigSection root = file.root();
        root.integer("whole");
        root.integer("large");
        root.number("number");
        root.numberFrom(0, 0.5, "share");
        root.flag("flag");
        root.date("date");
        root.oneOf("colour", List.of("red", "green"));
        root.texts("list");
        root.text("text");
        root.section("section").text("missing");

        refuses(
                file,
                ":1: whole = 1.5 must be a whole number",
                ":2: large = 12345678901 must be a whole number",
                ":3: number = 1,5 must be a number",
                ":4: share = 2 must be a number from 0 to 0.5",
                ":5: flag = yes must be true or false",
                ":6: date = 2023-02-29 must be a date, as 2024-12-31",
                ":7: colour = blue must be one of red, green",
                ":8: list = en must be a list, as [a, b]",
                ":9: text must be a text",
                ":10: section = 5 must be a section with keys of its own");
    }

    @Test
    void listsTheKnownKeysWhenNoneIsNear() throws IOException {
        ConfigFile file = given(Map.of(), "output: { folder: ., elephant: 1 }\nelephant: 2\n");
        file.root().section("output").path("folder");

        refuses(
                file,
                ":1: output.elephant is not a known key; known here: folder",
                ":2: elephant is not a known key; known here: output");
    }

    @Test
    void leavesAnIgnoredKeyAlone() throws IOException {
        ConfigFile file = given(Map.of(), "sources: { crm: { password: \"${ABSENT}\" } }\n");
        file.root().ignore("sources");

        assertThat(file.problems().all()).isEmpty();
    }

    @Test
    void replacesVariablesAnywhereInAScalarAndOnlyOnce() throws IOException {
        ConfigFile file = given(
                Map.of("WHO", "Acme ${NAME}", "NAME", "x"), "name: \"${WHO} of ${NAME}\"\nlist: [\"${NAME}\", b]\n");

        assertThat(file.root().text("name")).isEqualTo("Acme ${NAME} of x");
        assertThat(file.root().texts("list")).containsExactly("x", "b");
        assertThat(file.problems().all()).isEmpty();
    }

    @Test
    void namesAVariableThatIsNotSet() throws IOException {
        ConfigFile file = given(Map.of(), "data: ${MAVEN_CRM}\nlist:\n- a\n- ${ABSENT}\nodd: ${not closed\n");
        file.root().folder("data");
        file.root().texts("list");
        file.root().text("odd");

        refuses(
                file,
                ":1: data = ${MAVEN_CRM} needs the environment variable MAVEN_CRM, which is not set",
                ":4: list[1] = ${ABSENT} needs the environment variable ABSENT, which is not set",
                ":5: odd = ${not closed must refer to a variable as ${NAME}");
    }

    @Test
    void resolvesPathsAgainstTheFileAndThoseFromOutsideAgainstTheWorkingFolder() throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Path path = Files.writeString(folder.resolve("a.yaml"), "inside: ../data\noutside: ${DATA}/x\nset: y\n");
        ConfigFile file =
                ConfigFile.read(path, new Surroundings(Map.of("DATA", "../data"), work, Map.of("set", "../z")));

        assertThat(file.root().path("inside")).isEqualTo(folder.resolveSibling("data"));
        assertThat(file.root().path("outside")).isEqualTo(folder.resolve("data/x"));
        assertThat(file.root().path("set")).isEqualTo(folder.resolve("z"));
        assertThat(file.problems().all()).isEmpty();
    }

    @Test
    void readsASecretFromTheEnvironmentOrAPrivateFileAndNeverPrintsIt() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "s3cret\nsecond line\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        ConfigFile file = given(Map.of("PASSWORD", "hunter2"), "one: ${PASSWORD}\ntwo: file:key\n");

        assertThat(file.root().secret("one").value()).isEqualTo("hunter2");
        assertThat(file.root().optionalSecret("two")).isEqualTo(Optional.of(new Secret("s3cret")));
        assertThat(file.root().optionalSecret("three")).isEmpty();
        assertThat(file.root().secret("one")).hasToString("***");
        assertThat(file.problems().all()).isEmpty();
        assertThat(file.resolved()).isEqualTo("one: '${PASSWORD}'\ntwo: file:" + key + "\n");
    }

    @Test
    void refusesASecretThatIsWrittenDownOrOpenToOthers() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "s3cret\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Path empty = Files.createFile(
                folder.resolve("empty"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        ConfigFile file = given(Map.of(), """
                one: hunter2
                two: file:key
                three: file:absent
                four: ${ABSENT}
                five: file:empty
                """);
        List.of("one", "two", "three", "four", "five", "six").forEach(file.root()::secret);

        refuses(
                file,
                ":1: one = *** must be ${NAME} or file:PATH: a secret has no place in a configuration",
                ":1: six must be given, as ${NAME} or file:PATH",
                ":2: two = file:key must name a file closed to other users (chmod 600): " + key,
                ":3: three = file:absent must name a file that exists; there is none at " + folder.resolve("absent"),
                ":4: four = ${ABSENT} needs the environment variable ABSENT, which is not set",
                ":5: five = file:empty must name a file whose first line is the secret: " + empty);
    }

    @Test
    void concealsAPrivateText() throws IOException {
        ConfigFile file = given(Map.of(), "url: jdbc:h2:mem:x;PASSWORD=hunter2\n");
        assertThat(file.root().privateText("url")).isEqualTo("jdbc:h2:mem:x;PASSWORD=hunter2");
        file.root().require(false, "url", "must have no password in it");

        refuses(file, ":1: url = *** must have no password in it");
    }

    @Test
    void putsTheCommandLineOverTheFile() throws IOException {
        Map<String, String> overrides =
                Map.of("project.name", "Beta", "output.folder", "/tmp/x", "project.languages", "en,sk");
        ConfigFile file = given(Map.of(), overrides, "project: { name: Acme, languages: [en] }\n");

        assertThat(file.root().section("project").text("name")).isEqualTo("Beta");
        assertThat(file.root().section("project").texts("languages")).containsExactly("en", "sk");
        assertThat(file.root().section("output").path("folder")).isEqualTo(Path.of("/tmp/x"));
        assertThat(file.problems().all()).isEmpty();
    }

    @Test
    void reportsTheCommandLineAsThePlaceOfItsProblems() throws IOException {
        Map<String, String> overrides = Map.of(
                "project.start", "May", "project.nane", "x", "project", "x", "project.name.first", "x", "secret", "x");
        ConfigFile file = given(Map.of(), overrides, "project: { name: Acme }\n");
        file.root().secret("secret");
        file.root().section("project").integer("start");
        file.root().section("project").text("name");

        assertThatThrownBy(file.problems()::throwIfAny)
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("""
                        Invalid configuration:
                        --set: project is a section: set one key of it
                        --set: project.name.first must name a key: name is a value, not a section
                        --set: secret = *** must be ${NAME} or file:PATH: a secret has no place in a configuration
                        --set: project.start = May must be a whole number
                        --set: project.nane is not a known key; did you mean name?""");
    }

    @Test
    void writesTheResolvedFileInItsOrderWithoutSecrets() throws IOException {
        ConfigFile file =
                given(Map.of("PASSWORD", "hunter2", "NAME", "Acme: \"1\""), Map.of("project.start", "4"), """
                sources:
                  crm: { folder: data, user: "007", password: "${PASSWORD}" }
                project:
                  name: ${NAME}
                  start: 1
                  share: 0.10
                  languages: [en, "no"]
                  nothing:
                """);
        ConfigSection crm = file.root().section("sources").section("crm");
        crm.path("folder");
        crm.text("user");
        crm.secret("password");
        file.root().section("project").text("name");

        assertThat(file.resolved()).isEqualTo("""
                sources:
                  crm:
                    folder: %s
                    user: 007
                    password: '${PASSWORD}'
                project:
                  name: 'Acme: "1"'
                  start: 4
                  share: 0.10
                  languages:
                  - en
                  - no
                  nothing: {}
                """.formatted(folder.resolve("data")));
    }

    private ConfigFile given(Map<String, String> environment, String yaml) throws IOException {
        return given(environment, Map.of(), yaml);
    }

    private ConfigFile given(Map<String, String> environment, Map<String, String> overrides, String yaml)
            throws IOException {
        Path path = Files.writeString(folder.resolve("kvartal.yaml"), yaml);
        return ConfigFile.read(path, new Surroundings(environment, folder, overrides));
    }

    private void refuses(ConfigFile file, String... messages) {
        String path = folder.resolve("kvartal.yaml").toString();
        assertThat(file.problems().all())
                .extracting(InvalidSetting::message)
                .containsExactly(List.of(messages).stream().map(path::concat).toArray(String[]::new));
    }
}
