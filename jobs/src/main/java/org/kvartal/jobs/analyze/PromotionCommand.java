package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.price.PromotedSales;
import org.kvartal.forecast.price.PromotedSales.Terms;
import org.kvartal.forecast.price.PromotionEffect;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvartal analyze promotion}: what promotions add, and what they take from elsewhere. */
@Command(
        name = "promotion",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes the effect of promotions apart: lift at the same price, effect of the price cut, dip in the periods after"
                    + " (stocks bought ahead), sales taken from other products of the family, and what is left: net, and"
                    + " with --cost its margin.",
            "",
            "All but the margin are shares of what a promoted period would have sold without. A product and a period have"
                    + " effects of their own. Rows without a quantity or price above 0, or without an instrument, count as not sold.",
            "",
            "Promotions are supposed to be planned ahead. With --instrument prices may follow demand."
        })
public final class PromotionCommand implements Callable<Integer> {
    @Mixin
    private SalesColumns sales;

    @Option(names = "--promotion", paramLabel = "COLUMN", required = true, description = "1 in a promotion, else 0.")
    private String promotion;

    @Option(
            names = "--family",
            paramLabel = "COLUMN",
            description = "Products that buyers choose between; without it nothing is taken from other products.")
    private @Nullable String family;

    @Option(names = "--cost", paramLabel = "COLUMN", description = "Cost of one unit, for the margin.")
    private @Nullable String cost;

    @Option(
            names = "--lags",
            paramLabel = "PERIODS",
            defaultValue = "4",
            description = "Periods after a promotion that may be poorer for it (default: ${DEFAULT-VALUE}).")
    private int lags;

    @Option(
            names = "--leads",
            paramLabel = "PERIODS",
            defaultValue = "0",
            description = "Periods before a promotion in which buyers may wait for it (default: ${DEFAULT-VALUE}).")
    private int leads;

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

    /** A row of the file. */
    private record Sale(
            String product,
            String family,
            String period,
            double units,
            double price,
            double cost,
            Terms terms,
            double[] instruments) {}

    @Override
    public Integer call() {
        if (lags < 0 || leads < 0) {
            throw new InvalidUse("Invalid --lags %d, --leads %d: neither may be below 0".formatted(lags, leads));
        }
        PeriodForm form = new PeriodForm();
        List<Sale> all = read(form);
        List<String> periods = form.ordered();
        if (lags + leads + 1 >= periods.size()) {
            throw new InvalidUse("Invalid --lags %d, --leads %d: %s has %d periods, which leaves none to compare"
                    .formatted(lags, leads, sales.input(), periods.size()));
        }
        PromotedSales table = new PromotedSales(periods, lags, leads, instruments);
        all.forEach(sale -> table.add(
                sale.product(),
                sale.family(),
                sale.period(),
                sale.units(),
                sale.price(),
                sale.cost(),
                sale.terms(),
                sale.instruments()));
        OutputTable.write(out, EstimateRows.COLUMNS, EstimateRows.of(PromotionEffect.of(table)));
        return ExitCode.DONE.number();
    }

    private List<Sale> read(PeriodForm periods) {
        NamedColumns columns = sales.named().with("promotion", promotion);
        if (family != null) {
            columns.with("family", family);
        }
        if (cost != null) {
            columns.with("cost", cost);
        }
        List<String> moving = columns.keep(instruments);
        List<Sale> read = new ArrayList<>();
        Set<List<String>> seen = new LinkedHashSet<>();
        InputTable.of(sales.input(), columns.spellings(), columns.names(), List.of())
                .read(row -> {
                    Sale sale = sale(row, moving);
                    periods.add(row, "period");
                    if (!seen.add(List.of(sale.product(), sale.period()))) {
                        row.refuse("period", "must be there once for a product; add up its rows first");
                    }
                    read.add(sale);
                });
        if (read.isEmpty()) {
            throw new InvalidInput("Cannot estimate an effect of promotions from " + sales.input() + ": it has no row");
        }
        return read;
    }

    private Sale sale(InputRow row, List<String> moving) {
        String what = row.requiredText("product");
        double[] instrument =
                moving.stream().mapToDouble(name -> number(row, name)).toArray();
        boolean isKnown = Arrays.stream(instrument).noneMatch(Double::isNaN);
        String ofFamily = family == null ? "" : row.text("family");
        return new Sale(
                what,
                ofFamily.isEmpty() ? what : ofFamily,
                row.requiredText("period"),
                isKnown ? positive(row, "quantity") : Double.NaN,
                positive(row, "price"),
                cost == null ? Double.NaN : number(row, "cost"),
                row.flag("promotion") ? Terms.PROMOTED : Terms.USUAL,
                instrument);
    }

    /** Logarithms are taken of it; nothing sold is as good as nothing known. */
    private static double positive(InputRow row, String column) {
        double number = number(row, column);
        if (number < 0) {
            row.refuse(column, "must not be below 0; take returns out first");
        }
        return number;
    }

    private static double number(InputRow row, String column) {
        Optional<BigDecimal> number = row.number(column);
        return number.map(BigDecimal::doubleValue).orElse(Double.NaN);
    }
}
