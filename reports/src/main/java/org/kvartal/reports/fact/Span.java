package org.kvartal.reports.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What stands in a place of a sentence: a fact, a name, a phrase, a moment, a number of no fact, or a sentence. */
public sealed interface Span
        permits Span.Words, Span.Phrase, Span.Digits, Span.Tally, Span.Offset, Span.Link, Moment, Text, Fact {

    /** Words out of the data, as they are; whatever they hold, they are never translated nor read as markup. */
    record Words(String words) implements Span {}

    /** Words of the product that a table holds in English, as a verdict or a reason. */
    record Phrase(String english) implements Span {}

    /** A number that is no fact, as that of a year: its digits without groups. */
    record Digits(BigDecimal number) implements Span {}

    /** So many before or after something: printed with its sign. */
    record Offset(long number) implements Span {}

    /**
     * Words that lead to another page of the release; on paper and in sheets just the words.
     *
     * @param page relative to the page that holds the link
     */
    record Link(Text words, String page) implements Span {
        private static final Pattern RELATIVE = Pattern.compile("(\\.\\./)*[a-z-]+(/[a-z-]+)*\\.html(#[a-z0-9-]+)?");

        public Link {
            if (!RELATIVE.matcher(page).matches()) {
                throw new IllegalArgumentException("Invalid page \"" + page + "\": must be a relative HTML file");
            }
        }
    }

    static Span words(String words) {
        return new Words(words);
    }

    static Span phrase(String english) {
        return new Phrase(english);
    }

    /** How many there are, in groups of thousands. */
    record Tally(long number) implements Span {}

    static Span digits(long number) {
        return new Digits(BigDecimal.valueOf(number));
    }

    static Span link(@Message String words, String page) {
        return new Link(Text.of(words), page);
    }

    /** So many before (−) or after (+) a point in time. */
    static Span offset(long number) {
        return new Offset(number);
    }

    static Span day(LocalDate day) {
        return new Moment(day, Moment.Form.DAY);
    }

    static Span month(LocalDate day) {
        return new Moment(day, Moment.Form.MONTH);
    }

    static Span solarMonth(LocalDate day) {
        return new Moment(day, Moment.Form.SOLAR_MONTH);
    }

    static Span shortMonth(LocalDate day) {
        return new Moment(day, Moment.Form.SHORT_MONTH);
    }
}
