package org.kvartal.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.custom.InvalidSection;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.gate.BlockedTables;
import org.kvartal.reports.section.ReportSection;

/**
 * Writes the sections of an edition one by one. A section whose inputs fail, or rest on what the gates block, is blocked,
 * visibly, shows what it said last, and takes no other down.
 */
final class SectionWriter {
    private final Edition edition;
    private final CustomSections own;
    private final ReportData data;
    private final String language;
    private final LastGood lastGood;
    private final BlockedTables gates;
    private final Map<String, LocalDate> shownAgain = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();
    private final List<Text> blocked = new ArrayList<>();

    SectionWriter(Edition edition, CustomSections own, ReportData data, String language, LastGood lastGood) {
        this.edition = edition;
        this.own = own;
        this.data = data;
        this.language = language;
        this.lastGood = lastGood;
        this.gates = BlockedTables.of(data);
    }

    /** The dates of the releases whose content blocked sections show, by their names. */
    Map<String, LocalDate> shownAgain() {
        return Map.copyOf(shownAgain);
    }

    /** Why sections could not be written, by their names; for whoever mends them. */
    Map<String, String> errors() {
        return Map.copyOf(errors);
    }

    /** Titles of the sections that could not be brought up to date. */
    List<Text> blocked() {
        return List.copyOf(blocked);
    }

    Section write(String name) {
        try {
            ReportSection section = ReportBook.builtIn(name).orElseGet(() -> own.readValid(name, language));
            if (!edition.audience().mayRead(section.audience())) {
                return section.blank().blocked(Text.of("The readers of this report may not see it."));
            }
            data.takeFoundEmpty();
            Section judged = gates.judged(section.write(data), data);
            return judged.isBlocked() ? orLastGood(judged) : judged;
        } catch (DataUnreadable e) {
            return unwritten(name, Text.of("Its data could not be read. The record of the run says why."), e);
        } catch (InvalidSection e) {
            return unwritten(name, Text.of("Its own files have an error. The record of the run says which."), e);
        }
    }

    /** People are told in words of theirs; the error is for the record. */
    private Section unwritten(String name, Text reason, RuntimeException error) {
        errors.put(name, String.valueOf(error.getMessage()));
        Section blank = ReportBook.builtIn(name)
                .or(() -> own.read(name, language))
                .map(ReportSection::blank)
                .orElseGet(() -> Section.answering(name, Text.name(name), Text.none()));
        return orLastGood(blank.blocked(reason));
    }

    private Section orLastGood(Section section) {
        blocked.add(section.title());
        Optional<LastGood.Content> good = lastGood.of(section.anchor());
        good.ifPresent(content -> shownAgain.put(section.anchor(), content.asOf()));
        return good.map(content -> below(section, content)).orElse(section);
    }

    private static Section below(Section blocked, LastGood.Content good) {
        Section old = good.section();
        Origin date = Origin.of("(select date '" + good.asOf() + "' as as_of)", "max(as_of)");
        Section shown = Section.answering(blocked.anchor(), old.title(), old.question())
                .graded(blocked.grade())
                .with(blocked.blocks());
        return shown.with(Notice.caveat(
                        Text.of("Below is what this section said as of {0}.", Fact.of(good.asOf(), date))))
                .with(new Paragraph(old.lead()))
                .with(old.blocks())
                .detail(old.details());
    }
}
