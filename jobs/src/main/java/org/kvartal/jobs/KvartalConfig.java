package org.kvartal.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;
import org.kvartal.forecast.run.AreaSettings;
import org.kvartal.forecast.run.ForecastSettings;
import org.kvartal.ingest.IngestSettings;
import org.kvartal.ingest.gate.Acceptance;
import org.kvartal.ingest.gate.GateSettings;
import org.kvartal.ingest.identity.IdentitySettings;
import org.kvartal.ingest.lake.LakeLocation;
import org.kvartal.ingest.lake.SparkSettings;
import org.kvartal.ingest.quality.Rules;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.source.PresetFolders;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.jobs.notify.NotificationSettings;
import org.kvartal.reports.ReportSettings;
import org.kvartal.reports.publish.DatasetSettings;

/**
 * A project's configuration, read whole before any work.
 *
 * @param output folder of everything that a run leaves
 * @param lake where the tables lie
 * @param resolved the configuration as it was understood, as YAML without secrets
 */
public record KvartalConfig(
        ProjectSettings project,
        Path output,
        LakeLocation lake,
        List<SourceSettings> sources,
        ForecastSettings forecast,
        AreaSettings areas,
        Rules rules,
        GateSettings gates,
        IdentitySettings identity,
        PublicationSettings publication,
        DatasetSettings datasets,
        ReportSettings report,
        SparkSettings spark,
        WatchSettings watch,
        RetentionSettings retention,
        NotificationSettings notifications,
        String resolved) {

    public KvartalConfig {
        sources = List.copyOf(sources);
    }

    /**
     * Reads a configuration.
     *
     * @throws org.kvartal.ingest.settings.InvalidSettings with everything that is wrong in it
     */
    public static KvartalConfig read(Path path, Surroundings surroundings) {
        ConfigFile file = ConfigFile.read(path, surroundings);
        ConfigSection root = file.root();
        ProjectSettings project = ProjectSettings.read(root.section("project"));
        Path output = output(root);
        LakeLocation lake = LakeLocation.read(root.section("output"), output.resolve("lake"));
        DatasetSettings datasets = DatasetSettings.read(root.section("output"), root.section("publication"));
        List<SourceSettings> sources = SourceSettings.readAll(root, presets(ownPresets(root)));
        ForecastSettings forecast = ForecastSettings.read(root.section("forecast"));
        AreaSettings areas = AreaSettings.read(root, project.zone());
        Path ruleFile = root.section("quality")
                .path("rules", shipped().resolve("quality.yaml").toString());
        Rules rules = Rules.read(ruleFile, surroundings, file.problems());
        GateSettings gates = GateSettings.read(
                root.section("gates"),
                sources.stream().map(SourceSettings::name).toList());
        IdentitySettings identity = IdentitySettings.read(root.section("identity"));
        PublicationSettings publication = PublicationSettings.read(root.section("publication"));
        ReportSettings report = ReportSettings.read(root.section("report"), project.name());
        SparkSettings spark = SparkSettings.read(root.section("spark"));
        WatchSettings watch = WatchSettings.read(root);
        RetentionSettings retention = RetentionSettings.read(root.section("retention"));
        NotificationSettings notifications = NotificationSettings.read(root, project.languages());
        file.problems().throwIfAny();
        return new KvartalConfig(
                project,
                output,
                lake,
                sources,
                forecast,
                areas,
                rules,
                gates,
                identity,
                publication,
                datasets,
                report,
                spark,
                watch,
                retention,
                notifications,
                resolved(file));
    }

    /** The output folder that a configuration names. */
    static Path output(ConfigSection root) {
        return root.section("output").path("folder", "../out");
    }

    /** The same configuration, whose gates let more through on a night. */
    public KvartalConfig accepting(LocalDate night, List<Acceptance> accepted) {
        return new KvartalConfig(
                project,
                output,
                lake,
                sources,
                forecast,
                areas,
                rules,
                gates.accepting(night, accepted),
                identity,
                publication,
                datasets,
                report,
                spark,
                watch,
                retention,
                notifications,
                resolved);
    }

    /** What telling people needs of it. */
    public NotifyConfig notifyConfig() {
        return new NotifyConfig(project, notifications, output);
    }

    /** What the sources are loaded by. */
    public IngestSettings ingest() {
        return new IngestSettings(
                project.currency(),
                sources,
                rules,
                gates,
                identity,
                publication.pseudonymKey(),
                publication.audiences());
    }

    /** The presets that a configuration can name: the project's own in this folder, and those that Kvartal comes with. */
    public static PresetFolders presets(Path own) {
        return new PresetFolders(List.of(own, shipped().resolve("sources")));
    }

    private static Path ownPresets(ConfigSection root) {
        return root.path("presets", "sources");
    }

    /** Kept elsewhere, the configuration must still find the presets that lie beside its file. */
    private static String resolved(ConfigFile file) {
        Path own = ownPresets(file.root());
        boolean needsToBeTold = !file.root().has("presets")
                && Files.isDirectory(own)
                && !own.equals(shipped().resolve("sources"));
        return needsToBeTold ? file.resolvedWith("presets", own.toString()) : file.resolved();
    }

    /** The {@code conf} folder that Kvartal comes with; the launcher tells where it is. */
    private static Path shipped() {
        return Path.of(System.getProperty("kvartal.home", "."))
                .resolve("conf")
                .toAbsolutePath()
                .normalize();
    }

    /** Where an output folder keeps the configuration of its last run. */
    public static Path storedIn(Path output) {
        return output.resolve("config.yaml");
    }

    /** Keeps the configuration with the output, for the verbs that are given nothing but that. */
    public void store() {
        try {
            Files.createDirectories(output);
            Files.writeString(storedIn(output), resolved);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + storedIn(output) + ": " + e.getMessage(), e);
        }
    }

    /** Tells configurations apart: a night begun with another one is not resumed but begun again. */
    public String fingerprint() {
        CRC32 sum = new CRC32();
        sum.update(resolved.getBytes(StandardCharsets.UTF_8));
        gates.acceptances().forEach(accepted -> sum.update(accepted.getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }
}
