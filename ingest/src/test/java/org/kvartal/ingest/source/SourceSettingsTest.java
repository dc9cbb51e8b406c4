package org.kvartal.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Secret;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.source.ExtractFrom.FromFile;
import org.kvartal.ingest.source.ExtractFrom.FromQuery;
import org.kvartal.ingest.source.ExtractFrom.FromTable;
import org.kvartal.ingest.source.SourcePlace.Database;
import org.kvartal.ingest.source.SourcePlace.Folder;
import org.kvartal.ingest.sql.SqlQuery;

import static org.assertj.core.api.Assertions.assertThat;

class SourceSettingsTest {
    @TempDir
    Path folder;

    private Path conf;
    private Path home;

    @BeforeEach
    void layOutFolders() throws IOException {
        conf = Files.createDirectories(folder.resolve("conf"));
        home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(folder.resolve("data"));
    }

    @Test
    void readsASourceOfFiles() throws IOException {
        Path sql = preset(home, "maven-crm", """
                kind: csv
                zone: Europe/Prague
                encoding: windows-1250
                delimiter: "\\t"
                extract:
                  pipeline: { file: sales_pipeline.csv, into: opportunities, key: [opportunity_id], columns: { engage_date: date, close_value: money } }
                  quotas: { file: q/quotas.csv, optional: true }
                """, "opportunities");
        ConfigFile file = config("sources:\n  crm: { preset: maven-crm, folder: ../data }\n");
        List<SourceSettings> sources = SourceSettings.readAll(file.root(), presets());
        file.problems().throwIfAny();

        assertThat(sources).hasSize(1);
        SourceSettings crm = sources.get(0);
        assertThat(crm.name()).isEqualTo("crm");
        assertThat(crm.place()).isEqualTo(new Folder(folder.resolve("data")));
        Preset preset = crm.preset();
        assertThat(preset.zone()).isEqualTo(ZoneId.of("Europe/Prague"));
        assertThat(preset.dialect().encoding().name()).isEqualTo("windows-1250");
        assertThat(preset.dialect().delimiter()).isEqualTo('\t');
        assertThat(preset.mappings()).isEqualTo(Map.of("opportunities", SqlQuery.ofFile(sql)));
        assertThat(preset.extracts())
                .containsExactly(
                        new Extract(
                                "pipeline",
                                new FromFile("sales_pipeline.csv"),
                                "opportunities",
                                List.of("opportunity_id"),
                                Map.of("engage_date", ColumnType.DATE, "close_value", ColumnType.MONEY),
                                Presence.REQUIRED),
                        new Extract(
                                "quotas", new FromFile("q/quotas.csv"), "", List.of(), Map.of(), Presence.OPTIONAL));
        assertThat(Sources.open(crm).check())
                .extracting(SourceProblem::message)
                .containsExactly("Cannot read pipeline of source crm: there is no file sales_pipeline.csv in "
                        + folder.resolve("data"));
    }

    @Test
    void readsASourceInADatabase() throws IOException {
        preset(home, "demo", """
                kind: jdbc
                extract:
                  opportunity: { table: OPPORTUNITY, into: opportunities, key: [id] }
                  stage: { query: "select * from STAGE", key: [id] }
                """, "opportunities");
        ConfigFile file = config("""
                sources:
                  crm: { preset: demo, url: "jdbc:h2:file:../data/crm", user: sa, password: "${PASSWORD}" }
                """);
        SourceSettings crm = SourceSettings.readAll(file.root(), presets()).get(0);
        file.problems().throwIfAny();

        Database database = (Database) crm.place();
        assertThat(database.url().forDriver()).isEqualTo("jdbc:h2:file:" + folder.resolve("data/crm"));
        assertThat(database.timeout()).isEqualTo(Duration.ofSeconds(300));
        assertThat(database.user()).isEqualTo("sa");
        assertThat(database.password()).isEqualTo(new Secret("hunter2"));
        assertThat(crm.toString()).doesNotContain("hunter2").doesNotContain("data/crm");
        assertThat(crm.preset().extracts())
                .extracting(Extract::from)
                .containsExactly(new FromTable("OPPORTUNITY"), new FromQuery("stage", "select * from STAGE"));
    }

    @Test
    void prefersThePresetBesideTheConfiguration() throws IOException {
        preset(home, "crm", "kind: jdbc\nextract: { a: { table: A, key: [id] } }\n");
        preset(conf.resolve("sources"), "crm", "kind: csv\nextract: { a: { file: a.csv } }\n");

        assertThat(presets().find("crm")).contains(conf.resolve("sources/crm"));
        assertThat(presets().find("../crm")).isEmpty();
    }

    @Test
    void takesFieldsOfAnInstallationThatAreDeclared() throws IOException {
        preset(home, "crm", """
                kind: jdbc
                extract: { lead: { table: LEAD, key: [id], columns: { stage: text } } }
                """);
        ConfigFile file = config("""
                sources:
                  crm:
                    preset: crm
                    url: jdbc:h2:mem:crm
                    custom-fields: { opportunities: { from: lead, fields: [x_region] } }
                """);
        Preset preset = SourceSettings.readAll(file.root(), presets()).get(0).preset();

        file.problems().throwIfAny();
        assertThat(preset.extracts().get(0).requiredColumns()).containsExactly("id", "stage", "x_region");
        assertThat(preset.mappings().get("custom_values").text())
                .isEqualTo("select 'opportunities' as `table`, cast(`id` as string) as row_id, 'x_region' as field,"
                        + " `x_region` as value, _source_file, _source_line from lead where `x_region` is not null");
    }

    @Test
    void namesThePresetsThereAreAndReadsTheRestAllTheSame() throws IOException {
        preset(home, "odoo-16", "kind: jdbc\nextract: { a: { table: A, key: [id] } }\n");
        preset(conf.resolve("sources"), "files", "kind: csv\nextract: { a: { file: a.csv } }\n");
        ConfigFile file = config("""
                sources:
                  crm:
                    preset: odoo
                    folder: nowhere
                    pasword: x
                  Old-CRM:
                    preset: files
                    folder: ../data
                """);
        SourceSettings.readAll(file.root(), presets());

        refuses(
                file,
                "conf/kvartal.yaml:3: sources.crm.preset = odoo must be one of the presets files, odoo-16",
                "conf/kvartal.yaml:4: sources.crm.folder = nowhere must be a folder that exists; there is none at "
                        + conf.resolve("nowhere"),
                "conf/kvartal.yaml:5: sources.crm.pasword is not a known key; known here: preset, url, currency, folder, encoding, delimiter, zone,"
                        + " custom-fields, lag-days, full-every, gone-at-most, schema",
                "conf/kvartal.yaml:6: sources.Old-CRM must be named with lower-case letters, digits and underscores");
    }

    @Test
    void refusesAnAddressWithoutShowingIt() throws IOException {
        preset(home, "demo", "kind: jdbc\nextract: { a: { table: A, key: [id] } }\n");
        ConfigFile file = config("""
                sources:
                  crm:
                    preset: demo
                    url: jdbc:h2:mem:crm;PASSWORD=hunter2
                    password: hunter2
                """);
        SourceSettings.readAll(file.root(), presets());

        refuses(
                file,
                "conf/kvartal.yaml:4: sources.crm.url = *** must not set PASSWORD this way; it may set SCHEMA",
                "conf/kvartal.yaml:5: sources.crm.password = *** must be ${NAME} or file:PATH: "
                        + "a secret has no place in a configuration");
    }

    @Test
    void namesEveryMistakeInAPreset() throws IOException {
        preset(home, "bad", """
                kind: csv
                zone: Prague
                encoding: latin-99
                delimiter: ",,"
                extract:
                  Deals: { file: ../../etc/passwd, into: opportunity, columns: { a: money, b: decimal } }
                  deals: { file: /etc/passwd, into: accounts, keys: [id] }
                """, "opportunities", "deals");
        ConfigFile file = config("sources: { crm: { preset: bad, folder: ../data } }\n");
        SourceSettings.readAll(file.root(), presets());

        refuses(
                file,
                "home/bad/deals.sql: must be named after a clean table",
                "home/bad/source.yaml:2: zone = Prague must be a time zone, as Europe/Prague",
                "home/bad/source.yaml:3: encoding = latin-99 must be a character set, as UTF-8 or windows-1250",
                "home/bad/source.yaml:4: delimiter = ,, must be one character, and no quote",
                "home/bad/source.yaml:6: extract.Deals must be named with lower-case letters, digits and underscores",
                "home/bad/source.yaml:6: extract.Deals.file = ../../etc/passwd must be a file inside the folder of the source, or a pattern of such files",
                "home/bad/source.yaml:6: extract.Deals.into = opportunity must be the name of a clean table",
                "home/bad/source.yaml:6: extract.Deals.columns.b = decimal must be one of "
                        + "id, text, integer, number, money, rate, date, instant, flag",
                "home/bad/source.yaml:7: extract.deals.file = /etc/passwd must be a file inside the folder of the source, or a pattern of such files",
                "home/bad/source.yaml:7: extract.deals.into = accounts needs a mapping accounts.sql",
                "home/bad/source.yaml:7: extract.deals.keys is not a known key; did you mean key?");
    }

    @Test
    void refusesStatementsThatAreNoSingleSelect() throws IOException {
        preset(home, "bad", """
                kind: jdbc
                extract:
                  a: { query: "drop table a", key: [id] }
                  b: { query: "select 1; drop table a", key: [id] }
                  c: { table: C }
                """);
        ConfigFile file = config("sources: { crm: { preset: bad, url: \"jdbc:h2:mem:x\" } }\n");
        SourceSettings.readAll(file.root(), presets());

        refuses(
                file,
                "home/bad/source.yaml:3: extract.a.query = drop table a must be one select, without a semicolon",
                "home/bad/source.yaml:4: extract.b.query = select 1; drop table a must be one select, without a semicolon",
                "home/bad/source.yaml:5: extract.c.key must be given, as a list");
    }

    private PresetFolders presets() {
        return new PresetFolders(List.of(conf.resolve("sources"), home));
    }

    private ConfigFile config(String yaml) throws IOException {
        Path path = Files.writeString(conf.resolve("kvartal.yaml"), yaml);
        return ConfigFile.read(path, new Surroundings(Map.of("PASSWORD", "hunter2"), folder, Map.of()));
    }

    /** The path of the first mapping. */
    private static Path preset(Path presets, String name, String yaml, String... tables) throws IOException {
        Path preset = Files.createDirectories(presets.resolve(name));
        Files.writeString(preset.resolve("source.yaml"), yaml);
        for (String table : tables) {
            Files.writeString(preset.resolve(table + ".sql"), "select 1");
        }
        return preset.resolve((tables.length == 0 ? "none" : tables[0]) + ".sql");
    }

    private void refuses(ConfigFile file, String... messages) {
        assertThat(file.problems().all())
                .extracting(InvalidSetting::message)
                .containsExactlyInAnyOrder(Arrays.stream(messages)
                        .map(message -> folder + "/" + message)
                        .toArray(String[]::new));
    }
}
