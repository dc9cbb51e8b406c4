package org.kvartal.reports.trace;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.SampleReport;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TraceRegistryTest {
    private static final List<TableSpec> TABLES = List.of(ForecastTables.DEAL_OUTLOOK, CrmTables.OPPORTUNITIES);
    private static final Fact AMOUNT = Fact.of(
                    new BigDecimal("1200.50"),
                    Unit.money("EUR"),
                    new Origin("mart.bookings_by_month", "region = 'East'", "sum(won_amount)"))
            .ofRows(7);
    private static final Fact RATE = Fact.of(
            0.25, Unit.RATE.asChange(), Origin.of(Measures.WIN_RATE.table(), Measures.WIN_RATE.sql() + " - 0.1"));
    private static final Fact DAY = Fact.of(LocalDate.parse("2024-05-01"), Origin.of("crm.orders", "max(ordered_on)"));
    private static final Fact NAME = Fact.of("Q1 2025", Origin.of("forecast.quarter_outlook", "max(quarter)"));
    private static final Fact NONE = Fact.missing(Unit.price("EUR"), Origin.of("crm.orders", "max(amount)"));

    @TempDir
    Path release;

    private static Report report(Fact... facts) {
        Section section = Section.answering("result", "Result", "What?")
                .lead(Text.of("{0}", facts[0]))
                .with(SampleReport.report().sections().get(0).blocks().get(0));
        for (Fact fact : facts) {
            section = section.with(new org.kvartal.reports.document.Paragraph(Text.of("{0}", fact)));
        }
        return new Report(
                Text.of("Sales"), Locale.ENGLISH, SampleReport.report().cover(), List.of(section));
    }

    private static TraceRegistry registry() {
        PrintedNumbers printed = new PrintedNumbers();
        printed.add("index.html", report(AMOUNT, RATE, DAY, NAME, NONE));
        printed.add("encyclopedia/products.html", report(AMOUNT));
        return printed.registry(TABLES);
    }

    @Test
    void givesBackEveryNumberAsItWasPrinted() {
        registry().write(release);
        TraceRegistry read = TraceRegistry.read(release).orElseThrow();

        assertThat(read).isEqualTo(registry());
        for (Fact fact : List.of(AMOUNT, RATE, DAY, NAME, NONE)) {
            assertThat(read.byCode().get(fact.origin().code()).fact()).isEqualTo(fact);
        }
        assertThat(read.byCode().get(AMOUNT.origin().code()).printed(Locale.ENGLISH))
                .isEqualTo("€1,201");
    }

    @Test
    void tellsWhereANumberIsPrintedAndWhichMeasureItIs() {
        TraceRegistry registry = registry();

        assertThat(registry.byCode().get(AMOUNT.origin().code()).places())
                .containsExactly(
                        new Trace.Place("index.html", "result"),
                        new Trace.Place("encyclopedia/products.html", "result"));
        assertThat(registry.definitions(registry.byCode().get(RATE.origin().code())))
                .containsExactly(Definition.of(Measures.WIN_RATE));
        assertThat(registry.definitions(registry.byCode().get(AMOUNT.origin().code())))
                .isEmpty();
    }

    @Test
    void isTheSameFileWhateverTheOrderOfItsPages() throws IOException {
        registry().write(release);
        String first = Files.readString(TraceRegistry.file(release));
        registry().write(release);
        assertThat(TraceRegistry.file(release)).hasContent(first);
    }

    @Test
    void leadsFromARowForEachOpportunityToTheOpportunity() {
        assertThat(registry().way("forecast.deal_outlook"))
                .extracting(TracedTable::table)
                .containsExactly("forecast.deal_outlook", "crm.opportunities");
        assertThat(registry().way("crm.opportunities")).hasSize(1);
    }

    @Test
    void refusesOneCodeBesideTwoNumbers() {
        PrintedNumbers printed = new PrintedNumbers();
        Fact one = Fact.of(1, Unit.count("deals"), Origin.of("mart.deals", "22870"));
        Fact other = Fact.of(1, Unit.count("deals"), Origin.of("mart.deals", "82558"));

        assertThatThrownBy(() -> printed.add("index.html", report(one, other)))
                .hasMessage("Cannot print the code WNB184 beside two numbers: select 22870 from mart.deals, and"
                        + " select 82558 from mart.deals");
    }

    @Test
    void isAbsentFromAReleaseThatKeptNoneAndRefusesWhatIsNone() throws IOException {
        assertThat(TraceRegistry.read(release)).isEmpty();
        Files.createDirectories(release.resolve("report"));
        Files.writeString(TraceRegistry.file(release), "{");
        assertThatThrownBy(() -> TraceRegistry.read(release))
                .isInstanceOf(DataUnreadable.class)
                .hasMessageStartingWith("Cannot read " + TraceRegistry.file(release) + ": ");
    }
}
