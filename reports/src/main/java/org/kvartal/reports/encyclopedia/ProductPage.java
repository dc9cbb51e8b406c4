package org.kvartal.reports.encyclopedia;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/** All that is known of one own product: its price and those of its alternatives, promotions, research. */
final class ProductPage {
    private static final String TABLE = "mart.price_position";
    private static final Unit PLACE = Unit.measure("", 0);

    private ProductPage() {}

    static Section of(ReportData data, Subject product) {
        List<Block> blocks = new ArrayList<>();
        Alternatives.of(data, product, "Its alternatives")
                .ifPresentOrElse(
                        blocks::add, () -> blocks.add(new Paragraph(Text.of("No alternative to it is known."))));
        FactTable.of(
                        data,
                        product,
                        "Changes of our price and promotions in the past year, newest first",
                        List.of("change", "promotion"))
                .ifPresent(blocks::add);
        FactTable.of(data, product, "Research findings, newest first", List.of("research"))
                .ifPresent(blocks::add);
        return Section.answering(
                        product.anchor(),
                        Text.name(product.name()),
                        Text.of("What does it cost beside its alternatives?"))
                .lead(lead(data, product))
                .with(blocks.toArray(Block[]::new));
    }

    private static Text lead(ReportData data, Subject product) {
        Fact price = fact(data, product, "max(own_price)", Subject.price(data));
        Fact sales = fact(data, product, "sum(sales_weight)", data.money());
        Fact compared = fact(data, product, "max(product_compared_count)", PLACE);
        boolean isCompared = compared.number().map(count -> count.signum() > 0).orElse(false);
        return isCompared
                ? Text.of(
                        "Listed at {0}, rank {1} of {2} from the cheapest; sold for {3} in the past year.",
                        price,
                        fact(data, product, "max(product_cheaper_count) + 1", PLACE),
                        fact(data, product, "max(product_compared_count) + 1", PLACE),
                        sales)
                : Text.of("Listed at {0}; compared with nothing; sold for {1} in the past year.", price, sales);
    }

    private static Fact fact(ReportData data, Subject product, String measure, Unit unit) {
        return data.fact(TABLE, product.condition(), measure, unit);
    }
}
