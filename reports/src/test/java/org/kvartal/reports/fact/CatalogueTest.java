package org.kvartal.reports.fact;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What the report says in English it can say in every language. */
class CatalogueTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static Messages messages;

    @BeforeAll
    static void readTheSources() {
        messages = Messages.of(Path.of("src/main/java"));
    }

    /** Those that have words; a message of places and marks is the same everywhere. */
    private static Map<String, String> spoken() {
        Map<String, String> spoken = new TreeMap<>(messages.places());
        ResourceBundle frame = ResourceBundle.getBundle("templates.words");
        frame.keySet().forEach(key -> spoken.put(frame.getString(key), "words.properties"));
        spoken.keySet()
                .removeIf(message ->
                        !LETTER.matcher(PLACE.matcher(message).replaceAll("")).find());
        return spoken;
    }

    @Test
    void nothingButMessagesFlowsWhereMessagesBelong() {
        assertThat(messages.glued())
                .as(
                        "Write the message as a literal with places {0}, or mark what holds it @Message; names out of the data"
                                + " go through Text.name")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "sk", "pl", "fa"})
    void saysEveryMessage(String language) {
        Map<String, String> missing = spoken();
        missing.keySet().removeAll(Catalogue.of(language).messages().keySet());

        assertThat(missing).as("messages that language/%s.yaml lacks", language).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "sk", "pl", "fa"})
    void holdsNoMessageThatNobodySays(String language) {
        Set<String> unused = new TreeSet<>(Catalogue.of(language).messages().keySet());
        unused.removeAll(messages.places().keySet());
        unused.removeAll(spoken().keySet());

        assertThat(unused)
                .as("messages of language/%s.yaml that no source has", language)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "sk", "pl", "fa"})
    void keepsThePlacesOfEveryMessage(String language) {
        Language speaker = Language.of(Locale.forLanguageTag(language));
        Catalogue.of(language).messages().forEach((english, translated) -> {
            assertThat(places(translated)).as(english).containsAll(places(english));
            assertThatCode(() ->
                            Sentence.of(translated).filled(java.util.Collections.nCopies(10, Span.digits(3)), speaker))
                    .as(english)
                    .doesNotThrowAnyException();
        });
    }

    private static Set<String> places(String message) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(message);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }
}
