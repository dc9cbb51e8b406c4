package org.kvartal.reports.encyclopedia;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cover;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;

/**
 * The pages beside the report: one of competitors, one of own products, a section for each; of more than a hundred those
 * that matter most. All others stand in {@code mart.encyclopedia}.
 */
public final class Encyclopedia {
    public static final String COMPETITORS = "encyclopedia/competitors.html";
    public static final String PRODUCTS = "encyclopedia/products.html";

    private final ReportData data;
    private final Locale locale;
    private final Cover cover;

    public Encyclopedia(ReportData data, Locale locale, Cover cover) {
        this.data = data;
        this.locale = locale;
        this.cover = cover;
    }

    /** Whether there is anything to tell of competitors, and so both pages: each stands against a product of ours. */
    public static boolean hasCompetitors(ReportData data) {
        return !Subject.competitors(data).isEmpty();
    }

    /** Empty when nothing is known of any. */
    public Optional<Report> competitors() {
        return page("Competitors", Subject.competitors(data), subject -> CompetitorPage.of(data, subject));
    }

    /** Empty when nothing is known of any. */
    public Optional<Report> products() {
        return page(
                "Products and their alternatives", Subject.products(data), subject -> ProductPage.of(data, subject));
    }

    private Optional<Report> page(@Message String title, List<Subject> subjects, Function<Subject, Section> section) {
        if (subjects.isEmpty()) {
            return Optional.empty();
        }
        List<Section> sections = new ArrayList<>(subjects.stream().map(section).toList());
        Section first = sections.get(0);
        Paragraph back = new Paragraph(
                Text.of("This page belongs to the {0}.", Span.link("report", "../index.html#price-competitor")));
        sections.set(
                0,
                new Section(
                        first.anchor(),
                        first.title(),
                        first.question(),
                        first.lead(),
                        first.grade(),
                        Stream.concat(Stream.of(back), first.blocks().stream()).toList(),
                        first.details()));
        return Optional.of(new Report(Text.of("Encyclopedia: {0}", Text.of(title)), locale, cover, sections));
    }
}
