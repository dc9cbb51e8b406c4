package org.kvartal.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.ingest.model.Version;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Brand;
import org.kvartal.reports.document.Cover;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.ReportSection;
import org.kvartal.reports.section.changes.ChangesSection;
import org.kvartal.reports.section.customers.CustomersSection;
import org.kvartal.reports.section.dataquality.DataQualitySection;
import org.kvartal.reports.section.definitions.DefinitionsSection;
import org.kvartal.reports.section.honesty.HonestySection;
import org.kvartal.reports.section.marketing.MarketingSection;
import org.kvartal.reports.section.outlook.OutlookSection;
import org.kvartal.reports.section.people.PeopleSection;
import org.kvartal.reports.section.pipeline.PipelineSection;
import org.kvartal.reports.section.pricecompetitor.PriceCompetitorSection;
import org.kvartal.reports.section.programme.ProgrammeSection;
import org.kvartal.reports.section.result.ResultSection;
import org.kvartal.reports.section.service.ServiceSection;
import org.kvartal.reports.section.summary.SummarySection;

/** The report: its sections in reading order. To add one, add its package and one line here. */
final class ReportBook {
    private static final List<ReportSection> SECTIONS = List.of(
            new SummarySection(),
            new ResultSection(),
            new ChangesSection(),
            new OutlookSection(),
            new HonestySection(),
            new PipelineSection(),
            new PriceCompetitorSection(),
            new MarketingSection(),
            new CustomersSection(),
            new ServiceSection(),
            new PeopleSection(),
            new ProgrammeSection(),
            new DataQualitySection(),
            new DefinitionsSection());

    private static final Notice WITHOUT_HONESTY = Notice.caveat(
            Text.of("This edition leaves out the section that says how far its forecasts can be trusted."));

    /** Says how far the forecasts can be trusted; whoever leaves it out is told what is missing. */
    private static final String HONESTY = "honesty";

    private static final String SUMMARY = "summary";

    private final String run;
    private final Edition edition;
    private final Brand brand;
    private final CustomSections own;

    ReportBook(String run, Edition edition, Brand brand, CustomSections own) {
        this.run = run;
        this.edition = edition;
        this.brand = brand;
        this.own = own;
    }

    /** Names of the sections that Kvartal comes with, in reading order. */
    static List<String> names() {
        return SECTIONS.stream().map(ReportSection::anchor).toList();
    }

    static Optional<ReportSection> builtIn(String name) {
        return SECTIONS.stream()
                .filter(section -> section.anchor().equals(name))
                .findFirst();
    }

    /**
     * A report with the sections that show what they said in an earlier release.
     *
     * @param shownAgain the date of that release, by name of the section
     * @param errors why sections could not be written, by their names, for whoever mends them
     */
    record Written(Report report, Map<String, LocalDate> shownAgain, Map<String, String> errors) {
        Written {
            shownAgain = Map.copyOf(shownAgain);
            errors = Map.copyOf(errors);
        }
    }

    Written write(ReportData data, Locale locale, LastGood lastGood) {
        SectionWriter writer = new SectionWriter(edition, own, data, locale.getLanguage(), lastGood);
        List<Section> sections = new ArrayList<>();
        for (String name : chosen(locale.getLanguage())) {
            sections.add(writer.write(name));
        }
        if (names().contains(HONESTY)
                && !sections.isEmpty()
                && sections.stream().noneMatch(section -> section.anchor().equals(HONESTY))) {
            sections.set(0, sections.get(0).with(WITHOUT_HONESTY));
        }
        List<Section> ended = withQuestions(withTheBlocked(sections, writer.blocked()));
        Report report = new Report(edition.title(), locale, cover(data, worst(ended)), ended);
        return new Written(report, writer.shownAgain(), writer.errors());
    }

    /** Page one names the sections that are blocked. */
    private static List<Section> withTheBlocked(List<Section> sections, List<Text> blocked) {
        if (blocked.isEmpty()) {
            return sections;
        }
        Notice notice = Notice.caveat(
                Text.of("Sections that could not be brought up to date: {0}. Each says why.", Text.list(blocked)));
        return sections.stream()
                .map(section -> section.anchor().equals(SUMMARY)
                        ? section.withOnly(
                                Stream.concat(Stream.of(notice), section.blocks().stream())
                                        .toList(),
                                section.details())
                        : section)
                .toList();
    }

    /** The definitions tell which questions found no answer, also those of the sections that are left out. */
    private static List<Section> withQuestions(List<Section> sections) {
        List<String> names = sections.stream().map(Section::anchor).toList();
        List<Section> asked = new ArrayList<>(sections);
        SECTIONS.stream()
                .filter(section -> !names.contains(section.anchor()))
                .forEach(section -> asked.add(section.blank()));
        return sections.stream()
                .map(section -> section.anchor().equals(DefinitionsSection.ANCHOR)
                        ? section.with(DefinitionsSection.unanswered(asked))
                        : section)
                .toList();
    }

    /** Own sections come before the last of Kvartal's, which is about all of them. */
    private List<String> chosen(String language) {
        if (!edition.sections().isEmpty()) {
            return edition.sections();
        }
        List<String> names = new ArrayList<>(names());
        names.addAll(names.size() - 1, own.names());
        names.removeIf(name -> builtIn(name)
                .or(() -> own.read(name, language))
                .filter(section -> !edition.audience().mayRead(section.audience()))
                .isPresent());
        return names;
    }

    private Cover cover(ReportData data, Grade grade) {
        ProjectSettings project = data.project();
        return new Cover(
                brand.organisation(),
                data.asOf(),
                run,
                grade,
                project.currency(),
                Text.of(
                        "{0}, {1}",
                        Period.name(data.quarter()),
                        Text.phrase(project.fiscalCalendar().description())),
                Version.NUMBER);
    }

    private static Grade worst(List<Section> sections) {
        return sections.stream()
                .map(Section::grade)
                .max(Comparator.naturalOrder())
                .orElse(Grade.A);
    }
}
