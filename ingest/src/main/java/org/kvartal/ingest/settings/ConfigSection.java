package org.kvartal.ingest.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keys and values of one level of a configuration file, read by name into typed values.
 *
 * <p>Nothing here fails: what is absent or wrong becomes a problem, and a harmless placeholder is returned, so that
 * all problems are found in one reading. Every key that is asked for is known; the others are problems in the end.
 */
public final class ConfigSection {
    private final SectionValues values;
    private final Map<String, ConfigSection> inner = new LinkedHashMap<>();

    ConfigSection(SectionValues values) {
        this.values = values;
    }

    /** The file that this section stands in. */
    public ConfigFile file() {
        return values.file();
    }

    /** All keys of the section in the order of the file, known or not. */
    public List<String> keys() {
        return values.keys();
    }

    public boolean has(String key) {
        return values.value(key).isPresent();
    }

    /** Lets a key stand without looking at it. */
    public void ignore(String key) {
        values.value(key);
        inner.remove(key);
    }

    public String text(String key) {
        return values.required(key, ScalarType.TEXT);
    }

    public String text(String key, String fallback) {
        return optionalText(key).orElse(fallback);
    }

    public Optional<String> optionalText(String key) {
        return values.optional(key, ScalarType.TEXT);
    }

    /** A text that may hold a secret by mistake, as an address: messages and the resolved file never show it. */
    public String privateText(String key) {
        values.conceal(key);
        return text(key);
    }

    public Secret secret(String key) {
        if (!has(key)) {
            values.refuse(key, "must be given, as ${NAME} or file:PATH");
        }
        return optionalSecret(key).orElse(new Secret(""));
    }

    public Optional<Secret> optionalSecret(String key) {
        return values.secret(key);
    }

    public int integer(String key) {
        return values.required(key, ScalarType.INTEGERS);
    }

    public int integer(String key, int fallback) {
        return values.optional(key, ScalarType.INTEGERS).orElse(fallback);
    }

    public int integerFrom(int least, int most, String key) {
        return values.required(key, ScalarType.integerFrom(least, most));
    }

    public int integerFrom(int least, int most, String key, int fallback) {
        return values.optional(key, ScalarType.integerFrom(least, most)).orElse(fallback);
    }

    public double number(String key) {
        return values.required(key, ScalarType.NUMBERS);
    }

    public double number(String key, double fallback) {
        return values.optional(key, ScalarType.NUMBERS).orElse(fallback);
    }

    public double numberFrom(double least, double most, String key) {
        return values.required(key, ScalarType.numberFrom(least, most));
    }

    public double numberFrom(double least, double most, String key, double fallback) {
        return values.optional(key, ScalarType.numberFrom(least, most)).orElse(fallback);
    }

    public boolean flag(String key) {
        return values.required(key, ScalarType.FLAG);
    }

    public boolean flag(String key, boolean fallback) {
        return values.optional(key, ScalarType.FLAG).orElse(fallback);
    }

    public LocalDate date(String key) {
        return values.required(key, ScalarType.DATE);
    }

    public Optional<LocalDate> optionalDate(String key) {
        return values.optional(key, ScalarType.DATE);
    }

    public ZoneId zone(String key) {
        return values.required(key, ScalarType.ZONE);
    }

    public ZoneId zone(String key, ZoneId fallback) {
        return values.optional(key, ScalarType.ZONE).orElse(fallback);
    }

    public String oneOf(String key, List<String> allowed) {
        return values.required(key, ScalarType.oneOf(allowed));
    }

    public String oneOf(String key, List<String> allowed, String fallback) {
        return values.optional(key, ScalarType.oneOf(allowed)).orElse(fallback);
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        E[] constants = type.getEnumConstants();
        List<String> allowed =
                Arrays.stream(constants).map(ConfigSection::written).toList();
        return constants[allowed.indexOf(oneOf(key, allowed))];
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public List<String> texts(String key) {
        if (!has(key)) {
            values.refuse(key, "must be given, as a list");
        }
        return texts(key, List.of());
    }

    public List<String> texts(String key, List<String> fallback) {
        return values.texts(key).orElse(fallback);
    }

    /** A list, or a text that stands for a list of one. */
    public List<String> oneOrMore(String key) {
        return values.isText(key) ? List.of(text(key)) : texts(key);
    }

    /** An absolute path, whether anything is there or not. */
    public Path path(String key) {
        if (!has(key)) {
            values.refuse(key, "must be given");
        }
        return values.path(key).orElse(file().folder());
    }

    /** As {@link #path(String)}; the fallback is relative to the folder of the file. */
    public Path path(String key, String fallback) {
        return values.path(key).orElse(file().folder().resolve(fallback).normalize());
    }

    /** The folder that a relative path in the text of a key starts from. */
    public Path baseOf(String key) {
        return values.baseOf(key);
    }

    /** A folder that exists. */
    public Path folder(String key) {
        Path folder = path(key);
        require(Files.isDirectory(folder), key, "must be a folder that exists; there is none at " + folder);
        return folder;
    }

    /** A file that exists. */
    public Path existingFile(String key) {
        Path existing = path(key);
        require(Files.isRegularFile(existing), key, "must be a file that exists; there is none at " + existing);
        return existing;
    }

    /** The section at a key; an absent one is empty. */
    public ConfigSection section(String key) {
        return inner.computeIfAbsent(key, name -> new ConfigSection(values.section(name)));
    }

    /** The sections inside the section at a key, by name, in the order of the file. */
    public Map<String, ConfigSection> sections(String key) {
        ConfigSection outer = section(key);
        Map<String, ConfigSection> sections = new LinkedHashMap<>();
        outer.keys().forEach(name -> sections.put(name, outer.section(name)));
        return sections;
    }

    /**
     * What must hold for the value of a key beyond its type. A key that already has a problem gets no second one.
     *
     * @param rule as the rest of a sentence: "must come after from"
     */
    public void require(boolean holds, String key, String rule) {
        if (!holds) {
            values.refuse(key, rule);
        }
    }

    void reportUnknownKeys() {
        values.reportUnknownKeys();
        inner.values().forEach(ConfigSection::reportUnknownKeys);
    }
}
