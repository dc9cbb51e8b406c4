package org.kvartal.ingest.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.ingest.settings.YamlValue.Mapping;
import org.kvartal.ingest.settings.YamlValue.Scalar;

/** Settings of the command line put over those of the file. */
final class Overrides {
    private final Problems problems;

    private Overrides(Problems problems) {
        this.problems = problems;
    }

    static Mapping over(Mapping root, Map<String, String> overrides, Problems problems) {
        Mapping result = root;
        for (Map.Entry<String, String> override : new TreeMap<>(overrides).entrySet()) {
            List<String> path = List.of(override.getKey().split("\\.", -1));
            result = new Overrides(problems).with(result, path, 0, override.getValue());
        }
        return result;
    }

    private Mapping with(Mapping section, List<String> path, int depth, String text) {
        String name = path.get(depth);
        YamlValue old = section.values().get(name);
        boolean last = depth == path.size() - 1;
        Map<String, YamlValue> values = new LinkedHashMap<>(section.values());
        if (last && old instanceof Mapping) {
            refuse(path, "is a section: set one key of it");
        } else if (last) {
            values.put(name, new Scalar(Place.COMMAND_LINE, text));
        } else if (old instanceof Scalar) {
            refuse(path, "must name a key: " + name + " is a value, not a section");
        } else {
            Mapping inner = old instanceof Mapping mapping ? mapping : new Mapping(Place.COMMAND_LINE, Map.of());
            values.put(name, with(inner, path, depth + 1, text));
        }
        return new Mapping(section.place(), values);
    }

    private void refuse(List<String> path, String rule) {
        problems.add(new InvalidSetting(Place.COMMAND_LINE, String.join(".", path), "", rule));
    }
}
