package org.kvartal.ingest.preset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kvartal.ingest.Ingest;
import org.kvartal.ingest.IngestSettings;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.gate.GateSettings;
import org.kvartal.ingest.identity.IdentitySettings;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.privacy.Pseudonyms;
import org.kvartal.ingest.quality.Rules;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.Problems;
import org.kvartal.ingest.settings.Secret;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.source.PresetFolders;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.sql.TestSession;

/** The steps of {@link Ingest} with sources as a configuration file describes them, and the rows that came of it. */
public final class PresetNight implements AutoCloseable {
    private static final Path CONF = Path.of("..", "conf").toAbsolutePath().normalize();

    private static final Secret KEY = new Secret("open sesame");

    /** Under which the tests find persons again. */
    static final Pseudonyms PSEUDONYMS = Pseudonyms.keyed(KEY);

    private final Lake lake;
    private final Ingest ingest;

    private PresetNight(Lake lake, Ingest ingest) {
        this.lake = lake;
        this.ingest = ingest;
    }

    /**
     * Takes the sources through all steps.
     *
     * @param home folder of the lake
     * @param currency of the project
     * @param sources the section {@code sources}, as YAML, and {@code identity} where it matters
     */
    public static PresetNight of(Path home, AsOf asOf, String currency, String sources) {
        PresetNight night = prepared(home, asOf, currency, sources);
        night.run();
        return night;
    }

    /** The same, not run yet. */
    public static PresetNight prepared(Path home, AsOf asOf, String currency, String sources) {
        TestSession.spark();
        Lake lake = Lake.open(home.resolve("lake"));
        Night night = new Night(asOf, null, lake, home.resolve("scratch"));
        return new PresetNight(lake, new Ingest(night, settings(home, currency, sources)));
    }

    private static IngestSettings settings(Path home, String currency, String sources) {
        try {
            Path config = Files.writeString(home.resolve("kvartal.yaml"), sources);
            ConfigFile file = ConfigFile.read(config, new Surroundings(Map.of(), home, Map.of()));
            List<SourceSettings> all =
                    SourceSettings.readAll(file.root(), new PresetFolders(List.of(CONF.resolve("sources"))));
            IdentitySettings identity = IdentitySettings.read(file.root().section("identity"));
            file.problems().throwIfAny();
            return new IngestSettings(currency, all, rules(), GateSettings.usual(), identity, KEY, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rules rules() {
        Problems problems = new Problems();
        Rules rules = Rules.read(CONF.resolve("quality.yaml"), new Surroundings(Map.of(), CONF, Map.of()), problems);
        problems.throwIfAny();
        return rules;
    }

    public void run() {
        ingest.checkSources();
        ingest.extract();
        ingest.loadTables();
        ingest.checkReferences();
        ingest.matchIdentities();
        ingest.recordHistory();
    }

    /** How a person appears, by the id with the prefix of its source: {@code crm:17}. */
    public static String person(String id) {
        return PSEUDONYMS.ofId(id);
    }

    /** Some columns of a clean table, a line a row, in the order of its key; empty values are empty. */
    public List<String> rows(String table, String... columns) {
        return rows(CrmTables.named(table).orElseThrow(), columns);
    }

    /** Some columns of a table of the lake, a line a row. */
    public List<String> rows(TableSpec table, String... columns) {
        return lake.rows(table).stream()
                .map(row -> List.of(columns).stream()
                        .map(row::getField)
                        .map(value -> value == null ? "" : value.toString())
                        .collect(Collectors.joining("|")))
                .toList();
    }

    @Override
    public void close() {
        lake.close();
    }
}
