package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kvartal.forecast.price.ClosedDeals;
import org.kvartal.forecast.price.PriceGapEffect;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.jobs.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze price-effect}: what a higher price costs in chances to win. */
@Command(
        name = "price-effect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Estimates how the chance to win a deal changes with its price beside the competitors': the average marginal"
                    + " effect (change of the chance per unit of the gap) and the curve with its band.",
            "",
            "Without --instrument this is an association: discounts go to weak deals. With one, as a list price or a cost"
                    + " that moved the price and nothing else, the effect by two-stage residual inclusion stands beside.",
            "",
            "Controls may be numbers or words; rare words are taken together. Open deals are left out: their --won is empty."
        })
public final class PriceEffectCommand implements Callable<Integer> {
    private static final String WON = "won";
    private static final String GAP = "gap";

    @Option(names = "--opportunities", paramLabel = "FILE", required = true, description = "One row per deal.")
    private Path opportunities;

    @Option(names = "--won", paramLabel = "COLUMN", required = true, description = "true or 1, false or 0, or empty.")
    private String won;

    @Option(names = "--gap", paramLabel = "COLUMN", required = true, description = "Own price beside theirs, a number.")
    private String gap;

    @Option(names = "--instrument", paramLabel = "COLUMN", split = ",", description = "Moves the price only; numbers.")
    private List<String> instruments = List.of();

    @Option(
            names = {"--controls", "--control"},
            paramLabel = "COLUMN",
            split = ",",
            description = "What else tells winners from losers.")
    private List<String> controls = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "CSV: method, term, gap, estimate, se, lo95, hi95, n, note.")
    private Path out;

    @Spec
    private CommandSpec spec;

    private record Deal(int won, double gap, double[] instruments, Map<String, String> controls) {}

    @Override
    public Integer call() {
        List<Deal> read = new ArrayList<>();
        int[] leftOut = {0};
        NamedColumns columns = new NamedColumns().with(WON, won).with(GAP, gap);
        List<String> moving = columns.keep(instruments);
        List<String> telling = columns.keep(controls);
        InputTable.of(opportunities, columns.spellings(), columns.names(), List.of())
                .read(row -> deal(row, moving, telling).ifPresentOrElse(read::add, () -> leftOut[0]++));
        if (read.isEmpty()) {
            throw new InvalidInput(
                    "Cannot estimate a price effect from " + opportunities + ": no closed deal has a gap");
        }
        if (leftOut[0] > 0) {
            spec.commandLine()
                    .getErr()
                    .println("kvartal: %d rows left out: open, or an empty column".formatted(leftOut[0]));
        }
        OutputTable.write(
                out, EstimateRows.COLUMNS_WITH_GAP, EstimateRows.withGap(PriceGapEffect.of(closed(read, telling))));
        return ExitCode.DONE.number();
    }

    private static Optional<Deal> deal(InputRow row, List<String> moving, List<String> telling) {
        if (row.text(WON).isEmpty()) {
            return Optional.empty();
        }
        boolean isWon = row.flag(WON);
        Optional<BigDecimal> beside = row.number(GAP);
        double[] numbers = new double[moving.size()];
        boolean isComplete = beside.isPresent();
        for (int k = 0; k < numbers.length; k++) {
            Optional<BigDecimal> number = row.number(moving.get(k));
            isComplete &= number.isPresent();
            numbers[k] = number.map(BigDecimal::doubleValue).orElse(0.0);
        }
        Map<String, String> others = new LinkedHashMap<>();
        telling.forEach(name -> others.put(name, row.text(name)));
        return isComplete
                ? Optional.of(new Deal(isWon ? 1 : 0, beside.orElseThrow().doubleValue(), numbers, others))
                : Optional.empty();
    }

    private ClosedDeals closed(List<Deal> read, List<String> telling) {
        List<ControlColumn> columns = telling.stream()
                .map(name -> ControlColumn.of(
                        name,
                        read.stream().map(deal -> deal.controls().get(name)).toList()))
                .toList();
        ClosedDeals deals = new ClosedDeals(
                columns.stream().flatMap(column -> column.names().stream()).toList(), instruments);
        for (Deal deal : read) {
            double[] values = columns.stream()
                    .flatMapToDouble(column -> column.values(deal.controls().get(column.name())))
                    .toArray();
            deals.add(deal.won(), deal.gap(), values, deal.instruments());
        }
        return deals;
    }
}
