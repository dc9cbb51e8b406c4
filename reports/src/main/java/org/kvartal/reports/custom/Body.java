package org.kvartal.reports.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;

/**
 * The Markdown of a section, block by block: the first paragraph is the answer to its question, quotes are caveats, and
 * fenced blocks are figures, tables and charts.
 */
final class Body {
    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private final SectionFile file;
    private final Queries queries;
    private final Declared declared;
    private final List<Block> blocks = new ArrayList<>();
    private Text lead = Text.none();

    private Body(SectionFile file, Queries queries, Declared declared) {
        this.file = file;
        this.queries = queries;
        this.declared = declared;
    }

    static Section write(SectionFile file, Queries queries, Declared declared, Section section) {
        Body body = new Body(file, queries, declared);
        body.addChildren(PARSER.parse(file.body()));
        if (body.lead.isEmpty()) {
            throw file.refusal(0, "has no answer; begin with a paragraph that answers the question in one sentence");
        }
        return section.lead(body.lead).with(body.blocks.toArray(Block[]::new));
    }

    private void addChildren(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Function<String, InvalidSection> refusal = refusal(node);
            try {
                add(node, refusal);
            } catch (IllegalArgumentException refused) {
                throw refusal.apply(String.valueOf(refused.getMessage()));
            }
        }
    }

    private Function<String, InvalidSection> refusal(Node node) {
        int line = node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().get(0).getLineIndex();
        return problem -> file.refusal(line, problem);
    }

    private void add(Node node, Function<String, InvalidSection> refusal) {
        if (node instanceof Paragraph) {
            addText(Prose.of(node, "", queries));
        } else if (node instanceof ListBlock list) {
            addItems(list);
        } else if (node instanceof BlockQuote) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                blocks.add(Notice.caveat(Prose.of(child, "", queries)));
            }
        } else if (node instanceof FencedCodeBlock fence) {
            blocks.addAll(declared.block(fence.getInfo() + "\n" + fence.getLiteral(), refusal));
        } else if (node instanceof HtmlBlock html) {
            addText(Text.name(html.getLiteral()));
        } else if (node instanceof IndentedCodeBlock code) {
            addText(Text.name(code.getLiteral()));
        } else if (node instanceof Heading) {
            throw refusal.apply("headings are not taken; a section has one title, above it");
        } else if (!(node instanceof ThematicBreak)) {
            throw refusal.apply("a block of kind " + node.getClass().getSimpleName() + " is not taken");
        }
    }

    private void addText(Text text) {
        if (lead.isEmpty()) {
            lead = text;
        } else {
            blocks.add(new org.kvartal.reports.document.Paragraph(text));
        }
    }

    private void addItems(ListBlock list) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext(), number++) {
            String mark = list instanceof OrderedList ? number + ". " : "\u2022 ";
            for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
                if (!(child instanceof Paragraph)) {
                    throw refusal(child).apply("lists hold only sentences; put tables and charts behind the list");
                }
                addText(Prose.of(child, child.getPrevious() == null ? mark : "", queries));
            }
        }
    }
}
