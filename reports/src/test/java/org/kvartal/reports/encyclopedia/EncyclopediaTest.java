package org.kvartal.reports.encyclopedia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cover;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.render.HtmlReport;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class EncyclopediaTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private Encyclopedia encyclopedia() {
        ReportData data = given.published();
        Cover cover =
                new Cover("Northwind", LocalDate.parse("2024-12-31"), "run", Grade.A, "EUR", Text.of("2024"), "0");
        return new Encyclopedia(data, Locale.ENGLISH, cover);
    }

    private static List<String> printed(Report page, int section) {
        return PrintedSection.print(page.sections().get(section));
    }

    private void position(String rival, String other, String own, double gap, double weight) {
        given.rows(
                "mart.price_position",
                "competitor_product_id, competitor_id, product_id, match, match_confidence, observed_on, stale,"
                        + " competitor_price, promotion, own_price, gap_log, gap_rate, compared, product_compared_count,"
                        + " product_cheaper_count, sales_weight, competitor_sales_weight",
                "('" + other + "', '" + rival + "', '" + own + "', 'exact', 0.9, date '2024-12-20', false, 100, true, "
                        + 100 * (1 + gap) + ", ln(1 + " + gap + "), " + gap + ", true, 1, " + (gap > 0 ? 1 : 0) + ", "
                        + weight + ", " + weight + ")");
    }

    private void fact(String subject, String id, String topic, String fact, String about, String value, String remark) {
        given.rows(
                "mart.encyclopedia",
                "subject, subject_key, topic, fact, about, value, unit, remark, source, dated_on, age_days",
                "('" + subject + "', '" + id + "', '" + topic + "', '" + fact + "', " + about + ", " + value
                        + ", 'EUR', '" + remark + "', 'web', date '2024-12-20', 11)");
    }

    @Test
    void hasASectionForEachCompetitorTheOneAgainstMostOfOurSalesFirst() {
        position("r1", "a", "p", 0.1, 100);
        position("r2", "b", "q", -0.1, 900);
        fact("competitor", "r1", "change", "price changed to", "'a'", "100", "changed from 90");
        fact("competitor", "r2", "research", "market share", "'f1'", "0.2", "Panel of 900 buyers.");
        given.rows("crm.competitors", "competitor_id, name", "('r1', 'Acme'), ('r2', 'Borg')")
                .rows("crm.competitor_products", "competitor_product_id, name", "('a', 'Axe 3000')")
                .rows("crm.products", "product_id, name", "('p', 'Axe')")
                .rows(
                        "mart.closed_by_competitor",
                        "month, competitor_id, won_count, lost_count, open_count, open_amount",
                        "('2024-12-01', 'r1', 3, 7, 0, 0), (null, 'r1', 0, 0, 2, 500.00)");
        Report page = encyclopedia().competitors().orElseThrow();
        assertThat(page.sections())
                .extracting(section -> section.title().print(Language.of(Locale.ENGLISH)))
                .containsExactly("Borg", "Acme");
        assertThat(page.sections()).extracting(Section::anchor).containsExactly("competitor-1", "competitor-2");
        assertThat(printed(page, 1))
                .containsExactly(
                        "Our list prices stand at +10.0% against 1 of its 1 products that are known; last seen 20 Dec 2024, 0"
                                + " stale.",
                        "When it was met, 30.0% of 10 deals closed in Jan 2024 to Dec 2024 were won (95% interval 10.8% to"
                                + " 60.3%); it is met in 2 open ones, of €500.",
                        "Its products beside ours",
                        "Axe 3000 | Axe | exact | 90.0% | 110.00 | 100.00 | +10.0% | yes | 20 Dec 2024",
                        "Changes of its prices and promotions in the past year, newest first",
                        "price changed to | Axe 3000 | 100.00 | EUR | changed from 90 | web | 20 Dec 2024 | 11",
                        "No research finding is recorded; they come from crm.research_facts.");
        assertThat(printed(page, 0))
                .contains(
                        "This page belongs to the report.",
                        "market share | f1 | 0.20 | EUR | Panel of 900 buyers. | web | 20 Dec 2024 | 11");
    }

    @Test
    void hasASectionForEachProduct() {
        position("r1", "a", "p", 0.1, 100);
        fact("product", "p", "price", "own price", "null", "110", "");
        fact("product", "p", "promotion", "discount", "'promo'", "0.2", "until 2024-12-31");
        given.rows("crm.competitors", "competitor_id, name", "('r1', 'Acme')");
        assertThat(printed(encyclopedia().products().orElseThrow(), 0))
                .containsExactly(
                        "Listed at €110.00, rank 2 of 2 from the cheapest; sold for €100 in the past year.",
                        "This page belongs to the report.",
                        "Its alternatives",
                        "a | Acme | exact | 90.0% | 110.00 | 100.00 | +10.0% | yes | 20 Dec 2024",
                        "Changes of our price and promotions in the past year, newest first",
                        "discount | promo | 0.20 | EUR | until 31 Dec 2024 | web | 20 Dec 2024 | 11");
    }

    @Test
    void hasNoPageWhereNothingIsKnown() {
        assertThat(encyclopedia().competitors()).isEmpty();
        assertThat(encyclopedia().products()).isEmpty();
    }

    /** Whatever a name holds, it is read as text. */
    @Test
    void escapesNames() throws IOException {
        fact("competitor", "r1", "research", "<b>x</b>", "'f1'", "1", "<script>alert(1)</script>");
        given.rows("crm.competitors", "competitor_id, name", "('r1', '<img src=x>')");
        Path file = Files.createTempFile("page", ".html");
        new HtmlReport().write(encyclopedia().competitors().orElseThrow(), file);
        assertThat(Files.readString(file))
                .contains("&lt;img src=x&gt;", "<a href=\"../index.html#price-competitor\">")
                .doesNotContain("<script>alert", "<img", "<b>x");
    }
}
