package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.CLOSED_BY_COMPETITOR;
import static org.kvartal.reports.mart.Marts.ENCYCLOPEDIA;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.PRICE_POSITION;
import static org.kvartal.reports.mart.Marts.SALES_LINES;

@ExtendWith(GivenExpect.class)
class EncyclopediaTest {
    @BeforeEach
    void declareTheTablesOfSteps() {
        StepTables.declare();
    }

    private static void expectFacts(String rows) {
        String asOf = "2024-03-31";
        given(OPPORTUNITIES_AS_OF, asOf);
        given(SALES_LINES, asOf);
        given(CLOSED_BY_COMPETITOR, asOf);
        given(PRICE_POSITION, asOf);
        expect(ENCYCLOPEDIA, asOf, rows);
    }

    @Test
    void tellsWhatIsKnownOfCompetitorsAndProductsWithDayAndSource() {
        given("crm.products", """
                product_id  name
                p           P
                """);
        given("forecast.product_matches", """
                competitor_product_id  competitor_id  product_id  match  status  is_match  verdict
                c1                     r              p           exact  given   true      like
                """);
        given("forecast.price_versions", """
                product_id  competitor_product_id  competitor_id  valid_from  valid_to    last_seen_on  price  promotion  origin      price_before
                p           -                      -              2023-04-01  2024-01-31  -             90.00  -          price_list  100.00
                p           -                      -              2024-02-01  -           -             95.00  -          price_list  90.00
                p           c1                     r              2023-03-31  2024-03-19  2024-03-01    70.00  false      web         75.00
                p           c1                     r              2024-03-20  2024-04-19  2024-03-20    80.00  true       web         70.00
                """);
        given("crm.promotions", """
                promotion_id  product_id  starts_on   ends_on     discount_rate
                old           p           2023-01-01  2023-03-31  0.1
                new           p           2024-03-01  2024-04-30  0.2
                """);
        given("crm.research_facts", """
                research_fact_id  competitor_id  product_id  fact          value  unit      remark  source  dated_on
                f1                r              -           market share  0.2    fraction  -       Panel   2024-01-31
                f2                -              p           tested        -      -         Good.   Monthly  2024-03-31
                f3                r              -           market share  0.3    fraction  -       Panel   2024-04-01
                """);
        given("crm.opportunities", """
                opportunity_id  stage  outcome  amount  competitor_id  created_at        closed_at
                1               won    won      10.00   r              2024-01-01 10:00  2024-02-01 10:00
                2               lost   lost     10.00   r              2024-01-01 10:00  2024-02-01 10:00
                3               won    won      10.00   r              2023-01-01 10:00  2023-03-01 10:00
                4               offer  open     7.00    r              2024-01-01 10:00  -
                """);
        expectFacts("""
                subject     subject_key  topic      fact                     about  value  unit              remark             source                     dated_on    age_days
                competitor  r           price      price                    c1     80.0   project currency  promotion          web                        2024-03-20  11
                competitor  r           promotion  price in a promotion     c1     80.0   project currency  before it 70.00    web                        2024-03-20  11
                competitor  r           deals      won in the past year     -      1.0    opportunities     -                  mart.closed_by_competitor  2024-03-31  0
                competitor  r           deals      lost in the past year    -      1.0    opportunities     -                  mart.closed_by_competitor  2024-03-31  0
                competitor  r           deals      open                     -      1.0    opportunities     -                  mart.closed_by_competitor  2024-03-31  0
                competitor  r           deals      open amount              -      7.0    project currency  -                  mart.closed_by_competitor  2024-03-31  0
                competitor  r           research   market share             f1     0.2    fraction          -                  Panel                      2024-01-31  60
                product     p           price      price of an alternative  c1     80.0   project currency  promotion          web                        2024-03-20  11
                product     p           price      own price                -      95.0   project currency  -                  forecast.price_versions    2024-03-31  0
                product     p           sales      sales of the past year   -      0.0    project currency  -                  mart.sales_lines           2024-03-31  0
                product     p           change     price changed to         -      90.0   project currency  changed from 100.00  price_list               2023-04-01  365
                product     p           change     price changed to         -      95.0   project currency  changed from 90.00   price_list               2024-02-01  59
                product     p           promotion  discount                 new    0.2    fraction          until 2024-04-30   crm.promotions             2024-03-01  30
                product     p           research   tested                   f2     -      -                 Good.              Monthly                    2024-03-31  0
                """);
    }

    /** A price of too long ago is told as such and has no number. */
    @Test
    void tellsThatAPriceIsTooOld() {
        given("forecast.product_matches", """
                competitor_product_id  competitor_id  status     is_match  verdict
                c1                     r              unmatched  false     unmatched
                """);
        given("forecast.price_versions", """
                competitor_product_id  competitor_id  valid_from  valid_to    last_seen_on  price  promotion  origin
                c1                     r              2024-01-01  2024-01-31  2024-01-01    70.00  false      web
                """);
        expectFacts("""
                subject     subject_key  topic  fact   about  value  remark                  dated_on    age_days
                competitor  r           price  price  c1     -      too old to be compared  2024-01-01  90
                """);
    }
}
