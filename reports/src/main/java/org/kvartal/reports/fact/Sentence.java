package org.kvartal.reports.fact;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A message of one language, taken apart: words, places, and the forms of words that depend on a number. */
final class Sentence {
    private static final Map<String, Sentence> KNOWN = new ConcurrentHashMap<>();
    private static final String OTHER = "other";

    private final MessagePattern pattern;

    private Sentence(String message) {
        this.pattern = new MessagePattern(message);
    }

    static Sentence of(String message) {
        return KNOWN.computeIfAbsent(message, Sentence::new);
    }

    /** Whether words out of the data read as they are, because none of their marks has a meaning in a message. */
    static boolean isPlain(String words) {
        return !words.contains("{") && !words.contains("''") && !words.contains("'}");
    }

    /** The sentence in order, the arguments in their places. */
    List<Span> filled(List<Span> arguments, Language language) {
        List<Span> spans = new ArrayList<>();
        add(0, spans, arguments, Span.words(""), language);
        return spans;
    }

    /**
     * @param start index of the part that begins the message or one form of it
     * @param number what {@code #} stands for
     */
    private void add(int start, List<Span> spans, List<Span> arguments, Span number, Language language) {
        int from = pattern.getPart(start).getLimit();
        for (int i = start + 1; ; i++) {
            Part part = pattern.getPart(i);
            addWords(spans, from, part.getIndex());
            if (part.getType() == Part.Type.MSG_LIMIT) {
                return;
            }
            from = part.getLimit();
            if (part.getType() == Part.Type.REPLACE_NUMBER) {
                spans.add(number);
            }
            if (part.getType() == Part.Type.ARG_START) {
                addArgument(i, spans, arguments, language);
                i = pattern.getLimitPartIndex(i);
                from = pattern.getPart(i).getLimit();
            }
        }
    }

    private void addArgument(int start, List<Span> spans, List<Span> arguments, Language language) {
        Span argument = arguments.get(pattern.getPart(start + 1).getValue());
        ArgType type = pattern.getPart(start).getArgType();
        if (type == ArgType.NONE) {
            spans.add(argument);
            return;
        }
        if (type != ArgType.PLURAL) {
            throw new IllegalArgumentException("Invalid sentence \"" + pattern.getPatternString() + "\": " + type
                    + " is not understood, only plural");
        }
        add(form(start + 2, language.plural(argument)), spans, arguments, argument, language);
    }

    /** Where the form of the keyword begins, else that of all others. */
    private int form(int first, String keyword) {
        int other = -1;
        for (int i = first; pattern.getPartType(i) == Part.Type.ARG_SELECTOR; i++) {
            Part selector = pattern.getPart(i);
            int start = i + 1;
            if (pattern.partSubstringMatches(selector, keyword)) {
                return start;
            }
            if (pattern.partSubstringMatches(selector, OTHER)) {
                other = start;
            }
            i = pattern.getLimitPartIndex(start);
        }
        return other;
    }

    private void addWords(List<Span> spans, int from, int to) {
        if (to > from) {
            spans.add(Span.words(pattern.getPatternString().substring(from, to)));
        }
    }
}
