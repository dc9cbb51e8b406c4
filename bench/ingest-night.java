import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.load.Extraction;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.source.PresetFolders;
import org.kvartal.ingest.source.Source;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.source.Sources;

/**
 * Extracts the sources of a configuration into a lake and publishes it, as a night's step extract does.
 *
 * usage: java -cp CLASSES IngestNight FOLDER LAKE AS_OF
 * FOLDER holds kvartal.yaml and the presets under sources/. Prints the processor seconds of the extraction alone: they
 * begin when the JVM and the settings stand, and the JVM's compiler and collector are in them.
 */
class IngestNight {
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        ConfigFile file = ConfigFile.read(folder.resolve("kvartal.yaml"), new Surroundings(Map.of(), folder, Map.of()));
        List<SourceSettings> sources =
                SourceSettings.readAll(file.root(), new PresetFolders(List.of(folder.resolve("sources"))));
        file.problems().throwIfAny();
        AsOf night = new AsOf(LocalDate.parse(args[2]), ZoneOffset.UTC);
        double start = cpuSeconds();
        try (Lake lake = Lake.open(Path.of(args[1]))) {
            lake.startNight();
            for (SourceSettings settings : sources) {
                try (Source source = Sources.open(settings)) {
                    new Extraction(lake, night, settings.name(), settings.changes()).run(source);
                }
            }
            lake.publishNight(night.date());
        }
        System.out.printf(Locale.ROOT, "extraction %.2f%n", cpuSeconds() - start);
    }

    private static double cpuSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }
}
