package org.kvartal.ingest.settings;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvartal.ingest.settings.YamlValue.Items;
import org.kvartal.ingest.settings.YamlValue.Mapping;
import org.kvartal.ingest.settings.YamlValue.Nothing;
import org.kvartal.ingest.settings.YamlValue.Scalar;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

import static org.snakeyaml.engine.v2.events.Event.ID.DocumentStart;
import static org.snakeyaml.engine.v2.events.Event.ID.MappingEnd;
import static org.snakeyaml.engine.v2.events.Event.ID.SequenceEnd;

/**
 * YAML text into a tree with lines, from the parser's events: no tag makes an object, no alias copies anything, and
 * nesting has a limit, so a hostile file costs no more than its length.
 */
final class YamlReader {
    private static final int DEEPEST_NESTING = 30;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final String file;
    private final Iterator<Event> events;
    private final Problems problems;

    private YamlReader(String file, String text, Problems problems) {
        this.file = file;
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        this.events = new Parse(settings).parseString(text).iterator();
        this.problems = problems;
    }

    /** The root of the file; empty when the text is no usable YAML, which is then among the problems. */
    static Optional<Mapping> read(String file, String text, Problems problems) {
        try {
            return new YamlReader(file, text, problems).root();
        } catch (InvalidSettings tooDeep) {
            tooDeep.problems().forEach(problems::add);
            return Optional.empty();
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(YamlReader::lineOf).orElse(0);
            problems.add(new InvalidSetting(file, line, "", "", "is not YAML: " + cause(broken)));
            return Optional.empty();
        }
    }

    private static String cause(MarkedYamlEngineException broken) {
        String problem = broken.getProblem();
        if (problem.contains("(TAB)")) {
            return "the line is indented with a tab, and YAML takes only spaces";
        }
        return broken.getContext() == null ? problem : broken.getContext() + ", " + problem;
    }

    private Optional<Mapping> root() {
        events.next();
        if (events.next().getEventId() != DocumentStart) {
            problems.add(new InvalidSetting(file, 0, "", "", "is empty"));
            return Optional.empty();
        }
        YamlValue root = value(events.next(), new Place(file, 1), "", 0);
        events.next();
        Event next = events.next();
        if (next.getEventId() == DocumentStart) {
            refuse(place(next), "", "must be one document; a second one begins here");
        }
        if (root instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        refuse(root.place(), "", "must hold keys and values, as \"key: value\"");
        return Optional.empty();
    }

    private YamlValue value(Event event, Place place, String key, int depth) {
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), place, key);
            return scalar.isPlain() && NULLS.contains(scalar.getValue())
                    ? new Nothing(place)
                    : new Scalar(place, scalar.getValue());
        }
        if (event instanceof CollectionStartEvent start) {
            refuseTag(start.getTag(), place, key);
            if (depth == DEEPEST_NESTING) {
                String rule = "is nested more than " + DEEPEST_NESTING + " levels deep";
                throw new InvalidSettings(List.of(new InvalidSetting(place, key, "", rule)));
            }
            return event instanceof MappingStartEvent ? mapping(place, key, depth) : items(place, key, depth);
        }
        refuse(place(event), key, "must be written out: aliases (*name) are not taken");
        return new Nothing(place);
    }

    private Items items(Place place, String key, int depth) {
        List<YamlValue> values = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != SequenceEnd; event = events.next()) {
            values.add(value(event, place(event), key + "[" + values.size() + "]", depth + 1));
        }
        return new Items(place, values);
    }

    private Mapping mapping(Place place, String path, int depth) {
        Map<String, YamlValue> values = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != MappingEnd; event = events.next()) {
            Place keyPlace = place(event);
            if (event instanceof ScalarEvent scalar) {
                String key = path.isEmpty() ? scalar.getValue() : path + "." + scalar.getValue();
                YamlValue value = value(events.next(), keyPlace, key, depth + 1);
                YamlValue first = values.putIfAbsent(scalar.getValue(), value);
                if (first != null) {
                    refuse(
                            keyPlace,
                            key,
                            "is given twice, first on line " + first.place().line());
                }
            } else {
                refuse(keyPlace, path, "must have plain text as keys");
                value(event, keyPlace, path, depth + 1);
                value(events.next(), keyPlace, path, depth + 1);
            }
        }
        return new Mapping(place, values);
    }

    private void refuseTag(Optional<String> tag, Place place, String key) {
        tag.ifPresent(
                name -> refuse(place, key, "has the tag " + InvalidSetting.shown(name) + ", and tags are not taken"));
    }

    private void refuse(Place place, String key, String rule) {
        problems.add(new InvalidSetting(place, key, "", rule));
    }

    private Place place(Event event) {
        return new Place(file, event.getStartMark().map(YamlReader::lineOf).orElse(0));
    }

    private static int lineOf(Mark mark) {
        return mark.getLine() + 1;
    }
}
