package org.kvartal.reports.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words and facts in reading order. */
public record Text(List<Span> spans) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    public Text {
        spans = List.copyOf(spans);
    }

    /**
     * A sentence with facts or names in its places {@code {0}}, {@code {1}}, ...: {@code Text.of("{0} won, {1} more
     * than a year before.", won, change)}. Only the sentence is searched for places, never what is put into them.
     */
    public static Text of(String sentence, Span... arguments) {
        List<Span> spans = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        Matcher place = PLACE.matcher(sentence);
        int from = 0;
        while (place.find()) {
            int index = Integer.parseInt(place.group(1));
            if (index >= arguments.length) {
                throw new IllegalArgumentException(
                        "Invalid sentence \"" + sentence + "\": nothing is given for {" + index + "}");
            }
            addWords(spans, sentence.substring(from, place.start()));
            spans.add(arguments[index]);
            used.add(index);
            from = place.end();
        }
        if (used.size() < arguments.length) {
            throw new IllegalArgumentException("Invalid sentence \"" + sentence + "\": it uses " + used.size() + " of "
                    + arguments.length + " values");
        }
        addWords(spans, sentence.substring(from));
        return new Text(spans);
    }

    private static void addWords(List<Span> spans, String words) {
        if (!words.isEmpty()) {
            spans.add(Span.words(words));
        }
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    public Stream<Fact> facts() {
        return spans.stream().filter(Fact.class::isInstance).map(Fact.class::cast);
    }

    /** The text as it reads, without markup. */
    public String print(NumberFormatting numbers) {
        return spans.stream().map(span -> print(span, numbers)).collect(Collectors.joining());
    }

    private static String print(Span span, NumberFormatting numbers) {
        if (span instanceof Fact fact) {
            return numbers.brief(fact);
        }
        return span instanceof Span.Link link ? link.words() : ((Span.Words) span).words();
    }
}
