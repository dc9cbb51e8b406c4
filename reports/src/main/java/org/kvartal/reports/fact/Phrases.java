package org.kvartal.reports.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of the product that tables hold in English: reasons, verdicts, names of quarters. A stored phrase is a message
 * as it is, or one of these whose places are filled: {@code Q3 2026} is {@code Q{0} {1}}.
 */
final class Phrases {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final List<Phrases> FILLED = of("Q{0} {1}", "Q{0} {1} so far");

    private final @Message String message;
    private final Pattern filled;
    private final List<Integer> places = new ArrayList<>();

    private Phrases(@Message String message) {
        this.message = message;
        StringBuilder regex = new StringBuilder();
        Matcher place = PLACE.matcher(message);
        int from = 0;
        while (place.find()) {
            regex.append(Pattern.quote(message.substring(from, place.start()))).append("(.+?)");
            places.add(Integer.parseInt(place.group(1)));
            from = place.end();
        }
        this.filled = Pattern.compile(
                regex.append(Pattern.quote(message.substring(from))).toString());
    }

    private static List<Phrases> of(@Message String... messages) {
        return Arrays.stream(messages).map(Phrases::new).toList();
    }

    /** The text that the stored words are. */
    static Text text(String stored) {
        for (Phrases phrase : FILLED) {
            Matcher matcher = phrase.filled.matcher(stored);
            if (matcher.matches()) {
                return phrase.filled(matcher);
            }
        }
        return stored.isEmpty() || stored.contains("{") ? Text.name(stored) : Text.stored(stored);
    }

    private Text filled(Matcher matcher) {
        Span[] arguments = new Span[places.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[places.get(i)] = argument(matcher.group(i + 1));
        }
        return Text.of(message, arguments);
    }

    private static Span argument(String words) {
        if (NUMBER.matcher(words).matches()) {
            return new Span.Digits(new BigDecimal(words));
        }
        return DAY.matcher(words).matches() ? Span.day(LocalDate.parse(words)) : text(words);
    }
}
