package org.kvartal.ingest.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The URL of a database, taken apart: only what is known and allowed reaches the driver. It is never printed whole. */
public final class JdbcUrl {
    private static final String FILE = "file:";
    private static final Pattern NEARBY = Pattern.compile("//(localhost|127\\.[0-9.]+|\\[::1])[:/]");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_./-]*");

    private final Engine engine;
    private final String address;
    private final Map<String, String> properties;

    private JdbcUrl(Engine engine, String address, Map<String, String> properties) {
        this.engine = engine;
        this.address = address;
        this.properties = Map.copyOf(properties);
    }

    /**
     * Takes a URL apart.
     *
     * @param base what the path of a database in a file is relative to
     * @throws IllegalArgumentException when it is refused; the message is the rule that it breaks
     */
    public static JdbcUrl parse(String text, Path base) {
        String url = text.replaceFirst("^jdbc:mysql:", "jdbc:mariadb:");
        Engine engine = Engine.ofUrl(url).orElseThrow(() -> new IllegalArgumentException("must be " + forms()));
        UrlForm form = engine.form();
        String rest = url.substring(form.prefix().length());
        int start = rest.indexOf(form.start());
        String address = start < 0 ? rest : rest.substring(0, start);
        if (!form.address().matcher(address).matches()) {
            throw new IllegalArgumentException("must be " + form.written());
        }
        String properties = start < 0 ? "" : rest.substring(start + form.start().length());
        return new JdbcUrl(engine, absolute(address, base), properties(form, properties));
    }

    private static String forms() {
        return Arrays.stream(Engine.values())
                .map(engine -> engine.form().written())
                .collect(Collectors.joining(" or "));
    }

    private static String absolute(String address, Path base) {
        return address.startsWith(FILE)
                ? FILE + base.resolve(address.substring(FILE.length())).normalize()
                : address;
    }

    private static Map<String, String> properties(UrlForm form, String text) {
        Map<String, String> properties = new TreeMap<>();
        List<String> settings = text.isEmpty() ? List.of() : List.of(text.split(form.separator(), -1));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String name = equals < 0 ? setting : setting.substring(0, equals);
            String value = equals < 0 ? "" : setting.substring(equals + 1);
            if (!form.properties().contains(name) || !VALUE.matcher(value).matches()) {
                String allowed = String.join(", ", new TreeSet<>(form.properties()));
                throw new IllegalArgumentException("must not set " + name + " this way; it may set " + allowed);
            }
            properties.put(name, value);
        }
        return properties;
    }

    Engine engine() {
        return engine;
    }

    /** What the driver is given as its URL: the address alone. */
    String forDriver() {
        return engine.form().prefix() + address;
    }

    /**
     * What else the driver is told, user and password apart.
     *
     * @param timeout how long an answer may take
     */
    Map<String, String> properties(Duration timeout) {
        Map<String, String> all = new TreeMap<>();
        if (!NEARBY.matcher(address).lookingAt()) {
            all.putAll(engine.propertiesOfDistance());
        }
        all.putAll(properties);
        all.putAll(engine.properties(timeout));
        return all;
    }

    /** A text without the address, for messages. */
    String masked(String text) {
        return text.replace(address, "***").replace(address.replaceFirst("^(file:|mem:|//)", ""), "***");
    }

    @Override
    public String toString() {
        return engine.form().prefix() + "***";
    }
}
