package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.price.Elasticity;
import org.kvartal.forecast.price.ElasticityTable;
import org.kvartal.forecast.price.PriceEstimate;
import org.kvartal.forecast.price.ProductElasticities;
import org.kvartal.forecast.price.ProductElasticity;
import org.kvartal.forecast.price.PromotedSales;
import org.kvartal.forecast.price.PromotedSales.Terms;
import org.kvartal.forecast.price.PromotionEffect;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/** What was ordered of each product in each month, and what prices and promotions did to it. */
final class ProductSales {
    private static final SqlModel SALES =
            SqlModel.ofResource("forecast", ProductSales.class.getClassLoader(), "wins/product_sales.sql");
    private static final double STRONG = 10;
    private static final int DIP_MONTHS = 1;

    private final List<Sale> sales;

    /** {@code NaN} where a number is not known. */
    private record Sale(
            String product,
            String family,
            String month,
            double quantity,
            double price,
            double cost,
            double listPrice,
            boolean isPromoted) {
        private static Sale of(Row row) {
            return new Sale(
                    row.getAs("product_id"),
                    row.getAs("family"),
                    row.<LocalDate>getAs("month").toString(),
                    row.<Double>getAs("quantity"),
                    row.<Double>getAs("price"),
                    number(row, "cost"),
                    number(row, "list_price"),
                    row.<Boolean>getAs("is_promoted"));
        }

        private static double number(Row row, String column) {
            @Nullable Double number = row.getAs(column);
            return number == null ? Double.NaN : number;
        }
    }

    /** What moves a price but not demand. */
    private enum Instrument {
        LIST_PRICE("instrument: own list price"),
        COST("instrument: unit cost"),
        NONE("association: no list price or cost moved the price enough");

        private final String label;

        Instrument(String label) {
            this.label = label;
        }

        private double value(Sale sale) {
            return this == LIST_PRICE ? sale.listPrice() : sale.cost();
        }
    }

    private ProductSales(List<Sale> sales) {
        this.sales = sales;
    }

    static ProductSales read(Night night) {
        return new ProductSales(ModelRuns.rowsOf(night, SALES, night.asOf().parameters()).stream()
                .map(Sale::of)
                .sorted(Comparator.comparing(Sale::product).thenComparing(Sale::month))
                .toList());
    }

    /** One row common to all products, then one for each. */
    Stream<Object[]> elasticities() {
        if (sales.isEmpty()) {
            return Stream.empty();
        }
        Instrument instrument = Stream.of(Instrument.LIST_PRICE, Instrument.COST)
                .filter(this::isStrong)
                .findFirst()
                .orElse(Instrument.NONE);
        ElasticityTable table = table(instrument);
        String method = instrument == Instrument.NONE ? "ols" : "2sls";
        PriceEstimate all = find(Elasticity.of(table), method, "own_price");
        List<Object[]> rows = new ArrayList<>();
        rows.add(common(all, instrument));
        ProductElasticities.of(table).forEach(one -> rows.add(row(one, method)));
        return rows.stream();
    }

    private boolean isStrong(Instrument instrument) {
        ElasticityTable table = table(instrument);
        return table.size() > 0
                && Elasticity.of(table).stream()
                        .anyMatch(one -> one.term().equals("first_stage_F") && one.estimate() >= STRONG);
    }

    private ElasticityTable table(Instrument instrument) {
        boolean hasInstrument = instrument != Instrument.NONE;
        boolean arePromoted = sales.stream().anyMatch(Sale::isPromoted);
        ElasticityTable table = new ElasticityTable(
                arePromoted ? List.of("promotion") : List.of(), hasInstrument ? List.of("instrument") : List.of());
        for (Sale sale : sales) {
            double[] moving = hasInstrument ? new double[] {Math.log(instrument.value(sale))} : new double[0];
            if (!hasInstrument || Double.isFinite(moving[0])) {
                double[] promoted = arePromoted ? new double[] {sale.isPromoted() ? 1 : 0} : new double[0];
                table.add(sale.product(), sale.month(), sale.quantity(), sale.price(), promoted, moving);
            }
        }
        return table;
    }

    private static PriceEstimate find(List<PriceEstimate> estimates, String method, String term) {
        return estimates.stream()
                .filter(one -> one.method().equals(method) && one.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Object[] common(PriceEstimate all, Instrument instrument) {
        return new Object[] {
            null,
            all.method(),
            null,
            null,
            Numbers.orNull(all.estimate()),
            Numbers.orNull(all.lower95()),
            Numbers.orNull(all.upper95()),
            (long) all.rows(),
            null,
            instrument.label + "; " + all.note()
        };
    }

    private static @Nullable Object[] row(ProductElasticity one, String method) {
        return new Object[] {
            one.product(),
            method,
            Numbers.orNull(one.raw()),
            Numbers.orNull(one.rawStandardError()),
            Numbers.orNull(one.shrunk()),
            Numbers.orNull(one.lower95()),
            Numbers.orNull(one.upper95()),
            (long) one.rows(),
            (long) one.priceChanges(),
            one.note()
        };
    }

    /** None where nothing was promoted. */
    Stream<Object[]> promotions() {
        if (sales.stream().noneMatch(Sale::isPromoted)) {
            return Stream.empty();
        }
        List<String> months =
                sales.stream().map(Sale::month).distinct().sorted().toList();
        PromotedSales promoted = new PromotedSales(months, DIP_MONTHS, 0, List.of());
        sales.forEach(sale -> promoted.add(
                sale.product(),
                sale.family().isEmpty() ? sale.product() : sale.family(),
                sale.month(),
                sale.quantity(),
                sale.price(),
                sale.cost(),
                sale.isPromoted() ? Terms.PROMOTED : Terms.USUAL));
        return PromotionEffect.of(promoted).stream().map(ProductSales::row);
    }

    private static @Nullable Object[] row(PriceEstimate one) {
        return new Object[] {
            one.term(),
            one.method(),
            Numbers.orNull(one.estimate()),
            Numbers.orNull(one.standardError()),
            Numbers.orNull(one.lower95()),
            Numbers.orNull(one.upper95()),
            (long) one.rows(),
            one.note()
        };
    }
}
