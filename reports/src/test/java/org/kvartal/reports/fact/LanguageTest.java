package org.kvartal.reports.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTest {
    private static final Origin ORIGIN = Origin.of("mart.bookings", "sum(amount)");
    private static final Unit EUR = Unit.money("EUR");

    private final Language english = Language.of(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0            | €0
            7.4          | €7
            812          | €812
            9999         | €9,999
            10000        | €10.0 k
            99950        | €100 k
            481230       | €481 k
            4812300      | €4.81 M
            48123000     | €48.1 M
            999999       | €1.00 M
            12345678901  | €12.3 bn
            -310000      | −€310 k
            """)
    void writesAmountsInSentencesWithThreeOrFourDigits(BigDecimal amount, String expected) {
        assertThat(english.brief(Fact.of(amount, EUR, ORIGIN)).replace('\u00a0', ' '))
                .isEqualTo(expected);
    }

    @Test
    void writesAllDigitsWhenAskedTo() {
        assertThat(english.exact(fact("10005534", EUR))).isEqualTo("€10,005,534");
        assertThat(english.exact(fact("0.5", Unit.price("CHF")))).isEqualTo("0.50\u00a0CHF");
        assertThat(english.exact(fact("1234.56", Unit.measure("hours", 1)))).isEqualTo("1,234.6\u00a0hours");
    }

    @Test
    void writesFractionsAsPercentAndTheirDifferencesAsPoints() {
        assertThat(english.brief(fact("0.3825", Unit.RATE))).isEqualTo("38.3%");
        assertThat(english.brief(fact("0.021", Unit.POINTS))).isEqualTo("+2.1\u00a0pp");
        assertThat(english.brief(fact("-0.021", Unit.POINTS))).isEqualTo("\u22122.1\u00a0pp");
    }

    @Test
    void writesASignOnlyBeforeWhatIsNotZeroAsPrinted() {
        assertThat(english.brief(fact("-0.0004", Unit.RATE))).isEqualTo("0.0%");
        assertThat(english.brief(fact("0.4", EUR.asChange()))).isEqualTo("€0");
        assertThat(english.brief(fact("41", Unit.count("deals").asChange()))).isEqualTo("+41");
    }

    @Test
    void putsOneScaleToAllNumbersOfAColumn() {
        Scale scale = Scale.common(EUR, List.of(fact("4812300", EUR), fact("12400", EUR)));

        assertThat(english.unitName(EUR, scale)).isEqualTo("k\u00a0EUR");
        assertThat(english.cell(fact("4812300", EUR), scale)).isEqualTo("4,812");
        assertThat(english.cell(fact("12400", EUR), scale)).isEqualTo("12");
    }

    @ParameterizedTest
    @CsvSource({
        "9999, 0, 0",
        "10000, 3, 1",
        "99999, 3, 1",
        "100000, 3, 0",
        "9999999, 3, 0",
        "10000000, 6, 1",
        "99000000000, 9, 1"
    })
    void scalesSoThatTheLargestNumberHasTwoToFourDigits(BigDecimal largest, int exponent, int decimals) {
        Fact fact = Fact.of(largest.negate(), EUR, ORIGIN);

        assertThat(Scale.common(EUR, List.of(fact))).isEqualTo(new Scale(exponent, decimals));
    }

    @Test
    void writesTheSameNumberInEveryLanguageWithItsOwnSigns() {
        Fact amount = fact("-1234567.5", Unit.price("EUR"));

        assertThat(english.exact(amount)).isEqualTo("\u2212€1,234,567.50");
        assertThat(Language.of(Locale.forLanguageTag("sk")).exact(amount))
                .isEqualTo("\u22121\u202f234\u202f567,50\u00a0€");
        assertThat(Language.of(Locale.forLanguageTag("fa")).exact(amount)).isEqualTo("\u200e\u2212۱٬۲۳۴٬۵۶۷٫۵۰\u00a0€");
    }

    @Test
    void writesDatesAndDashes() {
        assertThat(english.brief(Fact.of(LocalDate.of(2025, 12, 31), ORIGIN))).isEqualTo("31 Dec 2025");
        assertThat(english.brief(Fact.missing(EUR, ORIGIN))).isEqualTo("\u2013");
    }

    private static Fact fact(String number, Unit unit) {
        return Fact.of(new BigDecimal(number), unit, ORIGIN);
    }

    /** Units and phrases come from files of others, who may write what would have a meaning in a message. */
    @ParameterizedTest
    @ValueSource(strings = {"{0} {7*7}", "{0", "'{0}'", "''", "it's", "{0, plural, one {#}", "'}", "\\u007b0}"})
    void writesUnitsAndPhrasesOfOthersAsTheyAre(String words) {
        Language language = Language.of(Locale.ENGLISH);
        Fact fact = Fact.of(new BigDecimal("5"), Unit.named(words, 0), Origin.of("t", "m"));
        assertThat(language.brief(fact)).isEqualTo("5\u00a0" + words);
        assertThat(language.unitName(fact.unit(), new Scale(0, 0))).isEqualTo(words);
        assertThat(Text.phrase(words).print(language)).isEqualTo(words);
    }

    @Test
    void writesALongPhraseOfPhrasesAsItIs() {
        String words = "Qa ".repeat(20_000) + "b";
        assertThat(Text.phrase(words).print(Language.of(Locale.ENGLISH))).isEqualTo(words);
    }
}
