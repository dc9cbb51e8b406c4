package org.kvartal.ingest.settings;

import java.util.List;
import java.util.Map;

/** The tree of a YAML file. A scalar is text: what type it has is for the one who asks. */
sealed interface YamlValue {

    Place place();

    record Scalar(Place place, String text) implements YamlValue {}

    record Items(Place place, List<YamlValue> values) implements YamlValue {}

    /** Keys in the order of the file. */
    record Mapping(Place place, Map<String, YamlValue> values) implements YamlValue {}

    /** A key with nothing behind it, or {@code null}. */
    record Nothing(Place place) implements YamlValue {}
}
