package org.kvartal.ingest.settings;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvartal.ingest.settings.YamlValue.Items;
import org.kvartal.ingest.settings.YamlValue.Mapping;
import org.kvartal.ingest.settings.YamlValue.Nothing;
import org.kvartal.ingest.settings.YamlValue.Scalar;

/** The values of one section: finds them, fills in variables, and notes what is wrong, once per key. */
final class SectionValues {
    private static final String CONCEALED = "***";

    private final ConfigFile file;
    private final String path;
    private final Mapping mapping;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> concealed = new HashSet<>();
    private final Set<String> refused = new HashSet<>();

    SectionValues(ConfigFile file, String path, Mapping mapping, Problems problems) {
        this.file = file;
        this.path = path;
        this.mapping = mapping;
        this.problems = problems;
    }

    ConfigFile file() {
        return file;
    }

    List<String> keys() {
        return List.copyOf(mapping.values().keySet());
    }

    Optional<YamlValue> value(String key) {
        known.add(key);
        return Optional.ofNullable(mapping.values().get(key)).filter(value -> !(value instanceof Nothing));
    }

    /** From now on messages show the value of this key as stars, unless it is only a reference. */
    void conceal(String key) {
        concealed.add(key);
    }

    <T> T required(String key, ScalarType<T> type) {
        if (value(key).isEmpty()) {
            refuse(key, "must be given");
        }
        return optional(key, type).orElse(type.placeholder());
    }

    <T> Optional<T> optional(String key, ScalarType<T> type) {
        Optional<String> text = scalar(key, type.rule()).flatMap(scalar -> filled(key, scalar));
        Optional<T> parsed = text.flatMap(type.parse());
        if (text.isPresent() && parsed.isEmpty()) {
            refuse(key, type.rule());
        }
        return parsed;
    }

    private Optional<Scalar> scalar(String key, String rule) {
        Optional<YamlValue> value = value(key);
        if (value.isPresent() && !(value.get() instanceof Scalar)) {
            refuse(key, rule);
        }
        return value.filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    /** The text of a scalar with its variables replaced; empty when one of them is not set. */
    private Optional<String> filled(String key, Scalar scalar) {
        if (!Variables.areWellFormedIn(scalar.text())) {
            refuse(key, scalar, "must refer to a variable as ${NAME}");
            return Optional.empty();
        }
        List<String> missing =
                Variables.missing(scalar.text(), file.surroundings().environment());
        if (!missing.isEmpty()) {
            String names = String.join(" and ", missing);
            refuse(key, scalar, "needs the environment variable " + names + ", which is not set");
            return Optional.empty();
        }
        String text = Variables.replaced(scalar.text(), file.surroundings().environment());
        file.understood(dotted(key), concealed.contains(key) ? scalar.text() : text);
        return Optional.of(text);
    }

    /** Texts of a list; a value from the command line is split at its commas. */
    boolean isText(String key) {
        return value(key).filter(Scalar.class::isInstance).isPresent();
    }

    Optional<List<String>> texts(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Scalar scalar && scalar.place() == Place.COMMAND_LINE) {
            return filled(key, scalar).map(text -> List.of(text.split(",")));
        }
        List<String> texts = new ArrayList<>();
        if (value.get() instanceof Items items && items.values().stream().allMatch(Scalar.class::isInstance)) {
            for (YamlValue item : items.values()) {
                filled(key + "[" + texts.size() + "]", (Scalar) item).ifPresent(texts::add);
            }
            return Optional.of(List.copyOf(texts));
        }
        refuse(key, "must be a list, as [a, b]");
        return Optional.empty();
    }

    /** The absolute path that a scalar means. */
    Optional<Path> path(String key) {
        return scalar(key, "must be a path")
                .flatMap(scalar -> filled(key, scalar).flatMap(text -> path(key, scalar, text)));
    }

    private Optional<Path> path(String key, Scalar scalar, String text) {
        try {
            Path absolute = baseOf(scalar).resolve(text).normalize();
            file.understood(dotted(key), absolute.toString());
            return Optional.of(absolute);
        } catch (InvalidPathException noPath) {
            refuse(key, "must be a path");
            return Optional.empty();
        }
    }

    Path baseOf(String key) {
        return value(key).map(this::baseOf).orElse(file.folder());
    }

    private Path baseOf(YamlValue value) {
        boolean fromOutside =
                value.place() == Place.COMMAND_LINE || value instanceof Scalar scalar && Variables.areIn(scalar.text());
        return fromOutside ? file.surroundings().workingFolder() : file.folder();
    }

    Optional<Secret> secret(String key) {
        conceal(key);
        Optional<Scalar> scalar = scalar(key, "must be ${NAME} or file:PATH");
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String written = scalar.get().text();
        if (written.startsWith(SecretReader.FILE_PREFIX)) {
            return secretInFile(key, written.substring(SecretReader.FILE_PREFIX.length()), scalar.get());
        }
        if (!Variables.areIn(written)) {
            refuse(key, "must be ${NAME} or file:PATH: a secret has no place in a configuration");
            return Optional.empty();
        }
        return filled(key, scalar.get()).map(Secret::new);
    }

    private Optional<Secret> secretInFile(String key, String name, Scalar scalar) {
        Optional<Path> secretFile = path(key, scalar, name);
        if (secretFile.isEmpty()) {
            return Optional.empty();
        }
        Path found = secretFile.get();
        file.understood(dotted(key), SecretReader.FILE_PREFIX + found);
        try {
            Optional<String> objection = SecretReader.objection(found);
            objection.ifPresent(rule -> refuse(key, rule));
            return objection.isPresent() ? Optional.empty() : Optional.of(new Secret(SecretReader.firstLine(found)));
        } catch (IOException unreadable) {
            refuse(key, "must name a file that can be read: " + found);
            return Optional.empty();
        }
    }

    /** The section at a key; an absent one is empty, and one that cannot be read keeps its problems to itself. */
    SectionValues section(String key) {
        Optional<YamlValue> value = value(key);
        YamlValue absent = mapping.values().get(key);
        Place place = absent == null ? mapping.place() : absent.place();
        if (value.isEmpty() || value.get() instanceof Mapping) {
            Mapping inner = value.map(Mapping.class::cast).orElse(new Mapping(place, Map.of()));
            return new SectionValues(file, dotted(key), inner, problems);
        }
        refuse(key, "must be a section with keys of its own");
        return new SectionValues(file, dotted(key), new Mapping(place, Map.of()), new Problems());
    }

    void refuse(String key, String rule) {
        refuse(key, mapping.values().getOrDefault(key, new Nothing(mapping.place())), rule);
    }

    private void refuse(String key, YamlValue value, String rule) {
        if (refused.add(key)) {
            String shown = value instanceof Scalar scalar ? shown(key, scalar) : "";
            problems.add(new InvalidSetting(value.place(), dotted(key), shown, rule));
        }
    }

    private String shown(String key, Scalar scalar) {
        boolean reference = Variables.areIn(scalar.text()) || scalar.text().startsWith(SecretReader.FILE_PREFIX);
        return concealed.contains(key) && !reference ? CONCEALED : InvalidSetting.shown(scalar.text());
    }

    void reportUnknownKeys() {
        mapping.values().forEach((key, value) -> {
            if (!known.contains(key)) {
                String advice = NearestKey.of(key, known)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("known here: " + String.join(", ", known));
                problems.add(new InvalidSetting(value.place(), dotted(key), "", "is not a known key; " + advice));
            }
        });
    }

    private String dotted(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
