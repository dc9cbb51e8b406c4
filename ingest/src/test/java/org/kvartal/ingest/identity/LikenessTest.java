package org.kvartal.ingest.identity;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kvartal.ingest.identity.LabelledNames.Labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Likeness, threshold and candidates on the labelled sample. */
class LikenessTest {
    @Test
    void hasThePrecisionAndRecallThatTheSearchStates() throws IOException {
        List<Labelled> all = LabelledNames.read();

        assertThat(all).hasSize(162);
        assertThat(precision(all)).isEqualTo(0.90, within(0.005));
        assertThat(recall(all)).isEqualTo(0.94, within(0.005));
    }

    @Test
    void hasThemOnPairsThatTheThresholdWasNotChosenOn() throws IOException {
        List<Labelled> heldOut = LabelledNames.read().stream()
                .filter(pair -> pair.part().equals("held-out"))
                .toList();

        assertThat(heldOut).hasSize(72);
        assertThat(precision(heldOut)).isEqualTo(0.83, within(0.005));
        assertThat(recall(heldOut)).isEqualTo(0.87, within(0.005));
    }

    private static double precision(List<Labelled> pairs) {
        return count(suggested(pairs).filter(Labelled::same)) / count(suggested(pairs));
    }

    private static double recall(List<Labelled> pairs) {
        return count(suggested(pairs).filter(Labelled::same))
                / count(pairs.stream().filter(Labelled::same));
    }

    private static Stream<Labelled> suggested(List<Labelled> pairs) {
        return pairs.stream().filter(pair -> pair.likeness() >= SuggestionSearch.THRESHOLD);
    }

    private static double count(Stream<Labelled> pairs) {
        return pairs.count();
    }

    @Test
    void isComparedForEveryPairThatIsAlikeEnough() throws IOException {
        List<Labelled> alike = suggested(LabelledNames.read()).toList();
        List<Spelling> names = alike.stream()
                .flatMap(pair -> Stream.of(pair.leftSpelling(), pair.rightSpelling()))
                .toList();
        Set<Integer> compared = new HashSet<>();
        new Candidates(names).forEach((left, right) -> {
            if (left % 2 == 0 && right == left + 1) {
                compared.add(left / 2);
            }
        });

        assertThat(compared).hasSize(alike.size()).hasSizeGreaterThan(60);
    }

    @Test
    void countsAWordByItsLetters() {
        // One letter of four that sounds like the other: 3.5 of 4, and 10 of 10.
        assertThat(likeness("Akme Industries", "Acme Industries")).isEqualTo((14 - 0.5) / 14, within(1e-9));
        // Acme has a partner, the other words have none: 8 of 27 letters.
        assertThat(likeness("Acme Industries", "Acme Insurance")).isEqualTo(8.0 / 27, within(1e-9));
    }

    @Test
    void takesNumbersAndSingleLettersForWhatTellsApart() {
        assertThat(likeness("Plant 1", "Plant 2")).isZero();
        assertThat(likeness("Plant 1", "Plant")).isZero();
        assertThat(likeness("Plant II", "Plant III")).isZero();
        assertThat(likeness("Division A Trading", "Division B Trading")).isZero();
        assertThat(likeness("Plant 01", "Plant 1")).isEqualTo(1);
        assertThat(likeness("Plant II", "Plant 2")).isEqualTo(1);
        assertThat(likeness("Bolt M8x20", "Bolt M 8 x 20")).isEqualTo(1);
        assertThat(likeness("Plant 11", "Plant 1 1")).isZero();
    }

    private static double likeness(String left, String right) {
        return new Labelled("", Kind.ACCOUNTS, true, left, right).likeness();
    }
}
