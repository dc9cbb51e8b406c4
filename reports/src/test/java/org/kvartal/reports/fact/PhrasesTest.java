package org.kvartal.reports.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.adoption.UseState;
import org.kvartal.forecast.external.ExternalBlend;
import org.kvartal.forecast.match.Proposal;
import org.kvartal.forecast.timeseries.batch.SureForecaster;
import org.kvartal.forecast.timeseries.combination.Pool;
import org.kvartal.forecast.training.Checkpoint;
import org.kvartal.forecast.training.TrainingVerdicts;
import org.kvartal.ingest.quality.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class PhrasesTest {
    private static final Language ENGLISH = Language.of(Locale.ENGLISH);

    private static Stream<String> declared() {
        return Stream.of(
                        Stream.of(TrainingVerdicts.Verdict.values()).map(TrainingVerdicts.Verdict::label),
                        Stream.of(UseState.values()).map(UseState::label),
                        Stream.of(Checkpoint.State.values()).map(Checkpoint.State::label),
                        Stream.of(Severity.values()).map(Severity::label),
                        Stream.of(Proposal.Kind.values())
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT)),
                        Pool.withSeason().names().stream(),
                        Pool.withoutSeason().names().stream(),
                        Stream.of(ExternalBlend.OWN, SureForecaster.NONE))
                .flatMap(words -> words);
    }

    @ParameterizedTest
    @MethodSource("declared")
    void knowsEveryConstantThatTablesHold(String words) {
        assertThat(Phrases.known(words)).isPresent();
    }

    /** One of each wording, as a night writes it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q3 2026",
                "Q3 2026 so far",
                "fiscal year from April",
                "fiscal year of weeks to the Saturday nearest to the end of January",
                "Hazards by everything on record of a deal, from 8,397 closed deals (2,074 won).",
                "Not enough data: 12 closed deals (6 won), 40 needed of which 10 won.",
                "Not admitted: over 26 forecasts no better than the mean of the past (p 0.59)",
                "ces 4%, arima 8%, drawn-log-theta 21%; reconciled with its parts",
                "log-theta 56%; left out: drawn-theta (too few seasons), ets (5 observed values, needs 6)",
                "intermittent: demand every 1.6 periods, squared variation 5.23; reconciled with its parts",
                "seasonal-naive: at least 2 seasons of 12: last value of the same season of 12",
                "6 teams were trained in several waves; 14 of 60 persons are not seen in the last period; 23 persons were"
                        + " trained before anything is known of them, and are left out",
                "compared also with those trained later, since 0 were never trained; 12 persons, at least 15 are needed",
                "1 % above the competitor's offer",
                "compared with Existing customer",
                "instrument: own list price; robust errors (HC1)"
            })
    void saysItInEnglishAsItIsStored(String stored) {
        assertThat(Phrases.known(stored)).isPresent();
        assertThat(ENGLISH.phrase(stored)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Value selling", "a {0}", "Institute: Demand", "North, South", "lost (Prague)"})
    void leavesNamesAsTheyAre(String name) {
        assertThat(Phrases.known(name)).isEmpty();
        assertThat(ENGLISH.phrase(name)).isEqualTo(name);
    }

    /** A list of reasons is no sentence whose first place swallows the other ones. */
    @Test
    void putsNothingInThatReachesOverTheEndOfAReason() {
        Text text = Phrases.known(
                        "3 teams were trained in several waves; 1 of 30 persons are not seen in the last period")
                .orElseThrow();

        assertThat(text.message()).isEqualTo("{0}; {1}");
        assertThat(text.arguments()).allMatch(Text.class::isInstance);
    }

    @Test
    void holdsNoWordsTwice() {
        List<String> all = StoredWords.ALL.stream()
                .flatMap(List::stream)
                .map(Phrases::message)
                .toList();
        Set<String> once = new HashSet<>();

        assertThat(all).allMatch(once::add);
    }
}
