package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.price.CesIndex;
import org.kvartal.forecast.price.IndexPoint;
import org.kvartal.forecast.price.PriceIndex;
import org.kvartal.forecast.price.PriceTable;
import org.kvartal.forecast.price.Splice;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kvartal analyze price-index}: how prices move from period to period. */
@Command(
        name = "price-index",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Computes price indices from prices and quantities of products: one row per index and period, the first period"
                    + " being 1.",
            "",
            "Several rows of a product in one period are one: its price is then expenditure by quantity. Periods are put in"
                    + " order: as numbers if all are numbers, else as texts, which is the order of time for ISO dates.",
            "",
            "Direct indices (carli, harmonic, jevons, dutot, laspeyres, paasche, fisher, tornqvist, walsh) compare with the"
                    + " first period; chained-carli to chained-walsh multiply the changes from period to"
                    + " period; geks-fisher, geks-tornqvist, geary-khamis, weighted-time-product-dummy and"
                    + " time-product-dummy look at all periods of a window, so that they do not drift.",
            "",
            "With --substitution also chained-ces, the cost of living of buyers for whom articles that enter are worth what"
                    + " they draw away from the others."
        })
public final class PriceIndexCommand implements Callable<Integer> {
    private static final OutputColumns COLUMNS = OutputColumns.NONE
            .text("index")
            .times("period")
            .numbers("value")
            .counts("matched_items")
            .text("note");

    private static final String ALL = "all";

    @Option(names = "--input", paramLabel = "FILE", required = true, description = "One row per product and period.")
    private Path input;

    @Option(names = "--period", paramLabel = "COLUMN", required = true, description = "When.")
    private String period;

    @Option(names = "--product", paramLabel = "COLUMN", required = true, description = "What; of one size and quality.")
    private String product;

    @Option(names = "--price", paramLabel = "COLUMN", required = true, description = "Price of one unit, above 0.")
    private String price;

    @Option(
            names = "--quantity",
            paramLabel = "COLUMN",
            description = "Units sold. Without it only indices without weights can be had.")
    private @Nullable String quantity;

    @Option(
            names = "--index",
            paramLabel = "NAME",
            split = ",",
            required = true,
            description = "Names separated by commas, or all.")
    private List<String> names;

    @Option(
            names = "--window",
            paramLabel = "PERIODS",
            description = "Periods that an index of a window looks at, as 13 months; later ones are spliced"
                    + " (default: all periods are one window).")
    private @Nullable Integer window;

    @Option(
            names = "--splice",
            paramLabel = "HOW",
            defaultValue = "MEAN",
            description =
                    "Joins a new window to what is published: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Splice splice;

    @Option(
            names = "--substitution",
            paramLabel = "SIGMA",
            description =
                    "Elasticity of substitution between the products, above 1, for chained-ces; near the negative of"
                            + " their own-price elasticity.")
    private @Nullable Double substitution;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "CSV: index, period, value, matched_items, note.")
    private Path out;

    @Override
    public Integer call() {
        List<PriceIndex> indices = indices();
        if (window != null && window < 2) {
            throw new InvalidUse("Invalid --window %d: it must be at least 2 periods".formatted(window));
        }
        if (substitution != null && (!(substitution > 1) || quantity == null)) {
            throw new InvalidUse(
                    "Invalid --substitution %s: it must be above 1, and needs --quantity".formatted(substitution));
        }
        PriceTable table = new PriceFile(input, period, product, price, quantity).table();
        int length = window == null ? Math.max(2, table.periodCount()) : window;
        List<List<String>> rows = new ArrayList<>();
        for (PriceIndex index : indices) {
            index.of(table, length, splice).forEach(point -> rows.add(row(index.name(), point)));
        }
        if (substitution != null) {
            new CesIndex(substitution).of(table).forEach(point -> rows.add(row("chained-ces", point)));
        }
        OutputTable.write(out, COLUMNS, rows);
        return ExitCode.DONE.number();
    }

    private static List<String> row(String index, IndexPoint point) {
        return List.of(
                index,
                point.period(),
                Numerals.twelveDigits(point.value()),
                String.valueOf(point.matchedItems()),
                point.note());
    }

    private List<PriceIndex> indices() {
        List<PriceIndex> indices = new ArrayList<>();
        for (String name : names.contains(ALL) ? PriceIndex.names() : names) {
            String known = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
            if (!PriceIndex.names().contains(known)) {
                throw new InvalidUse("Invalid --index %s: it must be %s or one of %s"
                        .formatted(name, ALL, String.join(", ", PriceIndex.names())));
            }
            PriceIndex index = PriceIndex.of(known);
            if (quantity != null || !index.isWeighted()) {
                indices.add(index);
            } else if (!names.contains(ALL)) {
                throw new InvalidUse("Invalid --index %s: it needs --quantity".formatted(name));
            }
        }
        return indices;
    }
}
