package org.kvartal.reports.section;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;

import static org.assertj.core.api.Assertions.assertThat;

class MembersTest {
    private static final Origin WON = Origin.of("mart.bookings_by_month", "sum(won_count)");

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    @Test
    void areTheLargestByNameAndAllOthersAsOne() {
        given.rows("crm.products", "product_id, name", "('p1', 'Pump'), ('p2', ' ')")
                .rows(
                        "mart.bookings_by_month",
                        "product_id, won_count",
                        "('p1', 5), ('p2', 4), (null, 3), ('p4', 2), ('p5', 1), ('p1', 1)");
        assertThat(Members.largest(given.published(), Dimension.PRODUCT, WON, 3))
                .containsExactly(
                        new Member(Text.name("Pump"), "product_id = 'p1'"),
                        new Member(Text.name("p2"), "product_id = 'p2'"),
                        new Member(Text.of("No product stated"), "coalesce(product_id, '') = ''"),
                        Member.others(2, "coalesce(product_id, '') not in ('p1', 'p2', '')"));
    }

    @Test
    void mayHaveQuotesInTheirNames() {
        given.rows("mart.bookings_by_month", "region, won_count", "('O''Hara; drop table x', 5), ('b', 1)");
        var data = given.published();
        Member member = Members.largest(data, Dimension.REGION, WON, 2).get(0);
        assertThat(member.label()).isEqualTo(Text.name("O'Hara; drop table x"));
        assertThat(data.fact(WON.where(member.condition()), OpenPipeline.COUNT).number())
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("5"));
    }

    @Test
    void areNoneWithoutRows() {
        assertThat(Members.largest(given.published(), Dimension.REGION, WON, 3)).isEmpty();
    }
}
