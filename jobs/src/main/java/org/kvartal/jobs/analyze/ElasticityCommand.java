package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.price.Elasticity;
import org.kvartal.forecast.price.ElasticityTable;
import org.kvartal.forecast.price.ProductElasticities;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.jobs.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze elasticity}: how the quantity sold answers to the price. */
@Command(
        name = "elasticity",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Estimates price elasticities: the change of quantity in percent when the price rises by one percent, with an"
                    + " effect of each product and each period taken out.",
            "",
            "Ordinary least squares (ols) is an association: sellers change prices when demand changes. With --instrument"
                    + " two-stage least squares (2sls) stands beside it, with the strength of the instruments, an"
                    + " interval that holds with weak ones, and tests.",
            "",
            "Rows without a quantity or price above 0, or with an empty column, are left out and counted."
        })
public final class ElasticityCommand implements Callable<Integer> {
    private static final OutputColumns PRODUCT_COLUMNS = OutputColumns.NONE
            .text("product")
            .counts("n", "price_changes")
            .numbers("raw", "raw_se", "shrunk", "lo95", "hi95")
            .text("note");

    @Mixin
    private SalesColumns sales;

    @Option(
            names = "--competitor-price",
            paramLabel = "COLUMN",
            split = ",",
            description = "Prices of competitors; in logarithms they give cross-price elasticities.")
    private List<String> competitorPrices = List.of();

    @Option(names = "--promotion", paramLabel = "COLUMN", description = "1 in a promotion, else 0.")
    private @Nullable String promotion;

    @Option(names = "--control", paramLabel = "COLUMN", split = ",", description = "Further columns, as they are.")
    private List<String> controls = List.of();

    @Option(
            names = "--instrument",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns that move the price and sales by nothing but the price, as costs.")
    private List<String> instruments = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "CSV: method, term, estimate, se, lo95, hi95, n, note.")
    private Path out;

    @Option(
            names = "--products",
            paramLabel = "FILE",
            description =
                    "CSV of the elasticity of each product: product, n, price_changes, raw, raw_se, shrunk, lo95, hi95,"
                            + " note. Shrunk is drawn to the mean of all by as much as its own error explains.")
    private @Nullable Path products;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        NamedColumns columns = parts();
        int parts = sales.named().names().size();
        List<String> others =
                new ArrayList<>(columns.names().subList(parts, columns.names().size()));
        others.addAll(columns.keep(controls));
        List<String> moving = columns.keep(instruments);
        ElasticityTable table = new ElasticityTable(others, moving);
        int[] leftOut = {0};
        InputTable.of(sales.input(), columns.spellings(), columns.names(), List.of())
                .read(row -> {
                    if (!add(row, table, others, moving)) {
                        leftOut[0]++;
                    }
                });
        if (table.size() == 0) {
            throw new InvalidInput("Cannot estimate an elasticity from " + sales.input() + ": no row has all columns");
        }
        if (leftOut[0] > 0) {
            spec.commandLine()
                    .getErr()
                    .println("kvartal: %d rows left out: no quantity or price above 0, or an empty column"
                            .formatted(leftOut[0]));
        }
        OutputTable.write(out, EstimateRows.COLUMNS, EstimateRows.of(Elasticity.of(table)));
        if (products != null) {
            OutputTable.write(products, PRODUCT_COLUMNS, productRows(table));
        }
        return ExitCode.DONE.number();
    }

    private static List<List<String>> productRows(ElasticityTable table) {
        return ProductElasticities.of(table).stream()
                .map(one -> List.of(
                        one.product(),
                        String.valueOf(one.rows()),
                        String.valueOf(one.priceChanges()),
                        Numerals.twelveDigits(one.raw()),
                        Numerals.twelveDigits(one.rawStandardError()),
                        Numerals.twelveDigits(one.shrunk()),
                        Numerals.twelveDigits(one.lower95()),
                        Numerals.twelveDigits(one.upper95()),
                        one.note()))
                .toList();
    }

    /** The columns with a part in the equation: those of sales, then those whose coefficients are terms of their own. */
    private NamedColumns parts() {
        NamedColumns columns = sales.named();
        for (String one : competitorPrices) {
            columns.with(competitorPrices.size() == 1 ? "competitor_price" : "competitor_price " + one, one);
        }
        return promotion == null ? columns : columns.with("promotion", promotion);
    }

    private static boolean add(InputRow row, ElasticityTable table, List<String> others, List<String> moving) {
        Optional<Double> sold = positive(row, "quantity");
        Optional<Double> paid = positive(row, "price");
        String what = row.requiredText("product");
        String when = row.requiredText("period");
        double[] other = new double[others.size()];
        boolean isComplete = sold.isPresent() && paid.isPresent();
        for (int k = 0; k < other.length; k++) {
            boolean isPrice = others.get(k).startsWith("competitor_price");
            Optional<Double> value = isPrice ? positive(row, others.get(k)).map(Math::log) : number(row, others.get(k));
            other[k] = value.orElse(0.0);
            isComplete &= value.isPresent();
        }
        double[] instrument = new double[moving.size()];
        for (int k = 0; k < instrument.length; k++) {
            Optional<Double> value = number(row, moving.get(k));
            instrument[k] = value.orElse(0.0);
            isComplete &= value.isPresent();
        }
        if (isComplete) {
            table.add(what, when, sold.orElseThrow(), paid.orElseThrow(), other, instrument);
        }
        return isComplete;
    }

    private static Optional<Double> number(InputRow row, String column) {
        return row.number(column).map(BigDecimal::doubleValue);
    }

    private static Optional<Double> positive(InputRow row, String column) {
        return number(row, column).filter(value -> value > 0);
    }
}
