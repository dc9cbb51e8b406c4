package org.kvartal.reports.fact;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence, in English and with its arguments, that is put into words when it is printed in a language.
 *
 * @param message with places {@code {0}}, {@code {1}}, ... for the arguments; empty for no text
 */
public record Text(String message, List<Span> arguments) implements Span {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[,}]");
    private static final Text NONE = new Text("", List.of());
    private static final String NAME = "{0}";

    public Text {
        arguments = List.copyOf(arguments);
    }

    public static Text none() {
        return NONE;
    }

    /**
     * A sentence with facts or names in its places: {@code Text.of("{0} won, {1} more than a year before.", won,
     * change)}. Only the sentence is searched for places, never what is put into them.
     */
    public static Text of(@Message String message, Span... arguments) {
        Set<Integer> used = new HashSet<>();
        Matcher place = PLACE.matcher(message);
        while (place.find()) {
            int index = Integer.parseInt(place.group(1));
            if (index >= arguments.length) {
                throw new IllegalArgumentException(
                        "Invalid sentence \"" + message + "\": nothing is given for {" + index + "}");
            }
            used.add(index);
        }
        if (used.size() < arguments.length) {
            throw new IllegalArgumentException("Invalid sentence \"" + message + "\": it uses " + used.size() + " of "
                    + arguments.length + " values");
        }
        return new Text(message, Arrays.asList(arguments));
    }

    /** A name out of the data: the same in all languages. */
    public static Text name(String name) {
        return new Text(NAME, List.of(Span.words(name)));
    }

    public static List<Text> names(List<String> names) {
        return names.stream().map(Text::name).toList();
    }

    /** Words of the product that a table holds in English. */
    public static Text phrase(String english) {
        return new Text(NAME, List.of(Span.phrase(english)));
    }

    /** Whether the words are the product's own, so that every language says them. */
    public static boolean isPhrase(String english) {
        return Phrases.known(english).isPresent();
    }

    /** Words that a catalogue may know, in the form that the arguments ask for. */
    static Text stored(String english, Span... forms) {
        return new Text(english, Arrays.asList(forms));
    }

    /** The sentences one behind the other. */
    public Text followedBy(Text next) {
        return of("{0} {1}", this, next);
    }

    /** The parts of one sentence, which bring their own marks and spaces. */
    public static Text joined(Text... parts) {
        return Arrays.stream(parts)
                .filter(part -> !part.isEmpty())
                .reduce((one, next) -> of("{0}{1}", one, next))
                .orElse(NONE);
    }

    /** The texts as a list in a sentence. */
    public static Text list(List<Text> texts) {
        return texts.stream().reduce((list, next) -> of("{0}, {1}", list, next)).orElse(NONE);
    }

    /** Whether nothing would be printed. */
    public boolean isEmpty() {
        return message.isBlank()
                || message.equals(NAME)
                        && arguments.get(0) instanceof Words name
                        && name.words().isBlank();
    }

    /** As it reads in English, for the messages of errors. */
    @Override
    public String toString() {
        return print(Language.of(Locale.ENGLISH));
    }

    public Stream<Fact> facts() {
        return arguments.stream().flatMap(Text::facts);
    }

    private static Stream<Fact> facts(Span span) {
        if (span instanceof Fact fact) {
            return Stream.of(fact);
        }
        return span instanceof Text text ? text.facts() : Stream.empty();
    }

    /** Words, links and facts in the reading order of the language. */
    public List<Span> spans(Language language) {
        return Sentence.of(language.translated(message)).filled(arguments, language).stream()
                .flatMap(span -> flat(span, language))
                .toList();
    }

    private static Stream<Span> flat(Span span, Language language) {
        if (span instanceof Text text) {
            return text.spans(language).stream();
        }
        return Stream.of(span instanceof Fact || span instanceof Link ? span : Span.words(print(span, language)));
    }

    /** The text as it reads, without markup. */
    public String print(Language language) {
        return spans(language).stream().map(span -> print(span, language)).collect(Collectors.joining());
    }

    private static String print(Span span, Language language) {
        if (span instanceof Fact fact) {
            return language.brief(fact);
        }
        if (span instanceof Words words) {
            return words.words();
        }
        if (span instanceof Link link) {
            return link.words().print(language);
        }
        if (span instanceof Phrase phrase) {
            return language.phrase(phrase.english());
        }
        if (span instanceof Digits digits) {
            return language.digits(digits.number());
        }
        if (span instanceof Tally tally) {
            return language.tally(tally.number());
        }
        if (span instanceof Offset offset) {
            return language.offset(offset.number());
        }
        return span instanceof Moment moment ? language.moment(moment) : ((Text) span).print(language);
    }
}
