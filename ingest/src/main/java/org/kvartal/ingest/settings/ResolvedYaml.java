package org.kvartal.ingest.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.kvartal.ingest.settings.YamlValue.Items;
import org.kvartal.ingest.settings.YamlValue.Mapping;
import org.kvartal.ingest.settings.YamlValue.Scalar;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A tree written back as YAML, with what its scalars were understood as. */
final class ResolvedYaml {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");
    private static final Set<String> FLAGS = Set.of("true", "false");

    private final Map<String, String> meanings;

    private ResolvedYaml(Map<String, String> meanings) {
        this.meanings = meanings;
    }

    static String of(Mapping root, Map<String, String> meanings) {
        DumpSettings settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(settings).dumpToString(new ResolvedYaml(meanings).mapping(root, ""));
    }

    private Object value(YamlValue value, String key) {
        if (value instanceof Mapping mapping) {
            return mapping(mapping, key + ".");
        }
        if (value instanceof Items items) {
            List<Object> values = new ArrayList<>();
            for (YamlValue item : items.values()) {
                values.add(value(item, key + "[" + values.size() + "]"));
            }
            return values;
        }
        return value instanceof Scalar scalar ? scalar(meanings.getOrDefault(key, scalar.text())) : Map.of();
    }

    private Map<String, Object> mapping(Mapping mapping, String prefix) {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.values().forEach((name, value) -> values.put(name, value(value, prefix + name)));
        return values;
    }

    /** Numbers and flags are written without quotes, which is how people write them. */
    private static Object scalar(String text) {
        if (INTEGER.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        if (DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        return FLAGS.contains(text) ? (Object) Boolean.valueOf(text) : text;
    }
}
