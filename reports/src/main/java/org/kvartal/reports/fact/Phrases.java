package org.kvartal.reports.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of the product that tables hold in English: reasons, verdicts, names of quarters. A stored phrase is a message
 * as it is, one whose places are filled ({@code Q3 2026} is {@code Q{0} {1}}), or a list of such, and is said in the
 * reader's language by its parts. What is no such phrase stays as it is.
 */
final class Phrases {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    /** What fills a place is short: a long text is not searched for phrases within phrases without end. */
    private static final String PLACED = "(.{1,200}?)";

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern TALLY = Pattern.compile("\\d{1,3}(,\\d{3})+");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final String BREAK = "; ";

    /** Nouns of units stand for many, as in the head of a column. */
    private static final Span MANY = Span.digits(1000);

    private final @Message String message;
    private final Pattern filled;
    private final List<Integer> places = new ArrayList<>();

    private Phrases(@Message String message) {
        this.message = message;
        StringBuilder regex = new StringBuilder();
        Matcher place = PLACE.matcher(message);
        int from = 0;
        while (place.find()) {
            regex.append(Pattern.quote(message.substring(from, place.start()))).append(PLACED);
            places.add(Integer.parseInt(place.group(1)));
            from = place.end();
        }
        this.filled = Pattern.compile(
                regex.append(Pattern.quote(message.substring(from))).toString());
    }

    static List<Phrases> of(@Message String... messages) {
        return Arrays.stream(messages).map(Phrases::new).toList();
    }

    @Message
    String message() {
        return message;
    }

    /** All of the product's, taken apart once. */
    private static final class Known {
        /** They join two phrases, so that both must be known. */
        private static final List<Phrases> JOINING = of("{0} {1}%", "{0} ({1})", "{0}: {1}");

        private static final Set<String> WHOLE = new HashSet<>();
        private static final List<Phrases> WITH_PLACES = new ArrayList<>();

        static {
            StoredWords.ALL.forEach(group -> group.forEach(phrase -> {
                if (phrase.places.isEmpty()) {
                    WHOLE.add(phrase.message);
                } else {
                    WITH_PLACES.add(phrase);
                }
            }));
        }

        private Known() {}
    }

    /** The text that the stored words are; a name if they are none of the product's. */
    static Text text(String stored) {
        return known(stored).orElseGet(() -> noun(stored));
    }

    /** Nouns of units are in the catalogue too, by the places where they are used. */
    private static Text noun(String stored) {
        return !stored.isEmpty() && Sentence.isPlain(stored) ? Text.stored(stored, MANY) : Text.name(stored);
    }

    /** Empty if the words are none of the product's. */
    static Optional<Text> known(String stored) {
        if (Known.WHOLE.contains(stored)) {
            return Optional.of(Text.stored(stored, MANY));
        }
        return filled(stored)
                .or(() -> list(stored, BREAK, "{0}; {1}"))
                .or(() -> list(stored, ", (?![^(]*\\))", "{0}, {1}"))
                .or(() -> joined(stored));
    }

    private static Optional<Text> filled(String stored) {
        for (Phrases phrase : Known.WITH_PLACES) {
            Matcher matcher = phrase.filled.matcher(stored);
            if (matcher.matches() && phrase.isOnePhrase(matcher)) {
                Span[] arguments = new Span[phrase.places.size()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[phrase.places.get(i)] = argument(matcher.group(i + 1));
                }
                return Optional.of(Text.of(phrase.message, arguments));
            }
        }
        return Optional.empty();
    }

    /** What is put in never reaches over the end of a phrase into the next one. */
    private boolean isOnePhrase(Matcher matcher) {
        for (int i = 1; i <= places.size(); i++) {
            if (matcher.group(i).contains(BREAK)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Text> list(String stored, String between, @Message String joining) {
        String[] parts = stored.split(between, -1);
        if (parts.length == 1) {
            return Optional.empty();
        }
        List<Text> texts = new ArrayList<>();
        for (String part : parts) {
            known(part).ifPresent(texts::add);
        }
        return texts.size() < parts.length
                ? Optional.empty()
                : texts.stream().reduce((one, next) -> Text.of(joining, one, next));
    }

    private static Optional<Text> joined(String stored) {
        for (Phrases phrase : Known.JOINING) {
            Matcher matcher = phrase.filled.matcher(stored);
            if (matcher.matches() && isSaid(matcher.group(1)) && isSaid(matcher.group(2))) {
                return Optional.of(Text.of(phrase.message, argument(matcher.group(1)), argument(matcher.group(2))));
            }
        }
        return Optional.empty();
    }

    private static boolean isSaid(String words) {
        return NUMBER.matcher(words).matches() || known(words).isPresent();
    }

    private static Span argument(String words) {
        if (TALLY.matcher(words).matches()) {
            return new Span.Tally(Long.parseLong(words.replace(",", "")));
        }
        if (NUMBER.matcher(words).matches()) {
            return new Span.Digits(new BigDecimal(words));
        }
        return DAY.matcher(words).matches()
                ? Span.day(LocalDate.parse(words))
                : known(words).orElseGet(() -> Text.name(words));
    }
}
