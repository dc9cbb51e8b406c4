package org.kvartal.reports.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.kvartal.reports.fact.Span;

/**
 * Running words with the numbers of queries in them, as <code>{{ totals.won_amount }}</code>. Nothing else between
 * braces means anything, what is put in is never searched, and HTML is text like any other.
 */
final class Prose {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\s*([a-z][a-z0-9_-]*)\\.([A-Za-z_][A-Za-z0-9_]*)\\s*");

    private final Queries queries;
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private Prose(Queries queries) {
        this.queries = queries;
    }

    static org.kvartal.reports.fact.Text of(Node block, String before, Queries queries) {
        Prose prose = new Prose(queries);
        prose.spans.add(Span.words(before));
        prose.addChildren(block);
        return prose.text();
    }

    static org.kvartal.reports.fact.Text of(String sentence, Queries queries) {
        Prose prose = new Prose(queries);
        prose.words.append(sentence);
        return prose.text();
    }

    private org.kvartal.reports.fact.Text text() {
        endWords();
        spans.removeIf(span -> span instanceof Span.Words plain && plain.words().isEmpty());
        String places =
                IntStream.range(0, spans.size()).mapToObj(i -> "{" + i + "}").collect(Collectors.joining());
        return new org.kvartal.reports.fact.Text(places, spans);
    }

    private void addChildren(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node);
        }
    }

    private void add(Node node) {
        if (node instanceof Text text) {
            words.append(text.getLiteral());
        } else if (node instanceof HtmlInline html) {
            words.append(html.getLiteral());
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            words.append(' ');
        } else if (node instanceof Code code) {
            endWords();
            spans.add(Span.words(code.getLiteral()));
        } else if (node instanceof Image) {
            throw new IllegalArgumentException("images are not taken; declare a chart");
        } else {
            // Emphasis, and links: they lead out of a report that is read offline, so their words are all that stays.
            addChildren(node);
        }
    }

    private void endWords() {
        Matcher place = PLACE.matcher(words);
        int from = 0;
        while (place.find()) {
            spans.add(Span.words(words.substring(from, place.start())));
            Matcher number = NUMBER.matcher(place.group(1));
            if (!number.matches()) {
                throw new IllegalArgumentException(
                        place.group() + " is not a number of a query; write {{ query.column }}, or `code` for braces");
            }
            spans.add(queries.named(number.group(1)).only(number.group(2)));
            from = place.end();
        }
        spans.add(Span.words(words.substring(from)));
        words.setLength(0);
    }
}
