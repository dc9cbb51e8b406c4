package org.kvartal.reports.fact;

import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextTest {
    private final Fact won = Fact.of(12L, Unit.count("deals"), Origin.of("mart.won", "count(*)"));

    @Test
    void putsFactsAndNamesIntoTheirPlaces() {
        Text text = Text.of("{1} won {0} deals.", won, Span.words("East"));

        assertThat(text.print(Language.of(Locale.ENGLISH))).isEqualTo("East won 12 deals.");
        assertThat(text.facts()).containsExactly(won);
    }

    @Test
    void readsNoPlacesInsideNames() {
        Text text = Text.of("{0} won {1}.", Span.words("{1} & {7}"), won);

        assertThat(text.print(Language.of(Locale.ENGLISH))).isEqualTo("{1} & {7} won 12.");
    }

    @Test
    void refusesPlacesWithoutValueAndValuesWithoutPlace() {
        assertThatThrownBy(() -> Text.of("{0} of {1}", won))
                .hasMessage("Invalid sentence \"{0} of {1}\": nothing is given for {1}");
        assertThatThrownBy(() -> Text.of("nothing", won))
                .hasMessage("Invalid sentence \"nothing\": it uses 0 of 1 values");
    }
}
