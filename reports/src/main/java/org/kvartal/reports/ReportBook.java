package org.kvartal.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kvartal.ingest.model.Version;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cover;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.ReportSection;
import org.kvartal.reports.section.changes.ChangesSection;
import org.kvartal.reports.section.customers.CustomersSection;
import org.kvartal.reports.section.dataquality.DataQualitySection;
import org.kvartal.reports.section.marketing.MarketingSection;
import org.kvartal.reports.section.outlook.OutlookSection;
import org.kvartal.reports.section.people.PeopleSection;
import org.kvartal.reports.section.pipeline.PipelineSection;
import org.kvartal.reports.section.pricecompetitor.PriceCompetitorSection;
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
            new PipelineSection(),
            new PriceCompetitorSection(),
            new MarketingSection(),
            new CustomersSection(),
            new ServiceSection(),
            new PeopleSection(),
            new DataQualitySection());

    private final String run;

    public ReportBook(String run) {
        this.run = run;
    }

    public Report write(ReportData data, Locale locale) {
        List<Section> sections =
                SECTIONS.stream().map(section -> written(section, data)).toList();
        return new Report(Text.of("Quarterly report"), locale, cover(data, worst(sections)), sections);
    }

    /** A section whose datasets cannot be read is blocked, visibly, and takes no other down. */
    private static Section written(ReportSection section, ReportData data) {
        try {
            return section.write(data);
        } catch (DataUnreadable e) {
            return section.blank().blocked(Text.of("{0}", Span.words(e.getMessage())));
        }
    }

    private Cover cover(ReportData data, Grade grade) {
        ProjectSettings project = data.project();
        return new Cover(
                project.name(),
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
