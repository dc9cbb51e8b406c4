package org.kvartal.jobs.analyze;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.match.Judgement;
import org.kvartal.forecast.match.MatchItem;
import org.kvartal.forecast.match.MatchQuestion;
import org.kvartal.forecast.match.MatchResult;
import org.kvartal.forecast.match.ProductMatching;
import org.kvartal.forecast.match.Proposal;
import org.kvartal.forecast.match.Proposal.Status;
import org.kvartal.forecast.survey.Estimate;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze match}: which products of another list are the same as own ones. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Matches the products of two lists by names, codes, sizes, packs, brand, category, price band and all other"
                    + " columns that both files have, and compares the prices of what is matched per kilogram, litre or"
                    + " piece.",
            "",
            "With --labels (own_id, other_id, match; without match all rows are right) it learns, and tells precision and"
                    + " recall on judged pairs that it had not seen. What is neither sure nor unlikely is for a person: fill"
                    + " in decision (match or no-match) in the file of --review and pass it as --decisions from then on."
        })
public final class MatchCommand implements Callable<Integer> {
    private static final double LEVEL = 0.95;

    @Option(names = "--own", paramLabel = "FILE", required = true, description = "Own products.")
    private Path own;

    @Option(names = "--other", paramLabel = "FILE", required = true, description = "Products of others.")
    private Path other;

    @Option(names = "--id", paramLabel = "COLUMN", defaultValue = MatchFile.ID, description = "Default: product_id.")
    private String id;

    @Option(names = "--name", paramLabel = "COLUMN", defaultValue = MatchFile.NAME, description = "Default: name.")
    private String name;

    @Option(
            names = "--category",
            paramLabel = "COLUMN",
            defaultValue = MatchFile.CATEGORY,
            description = "Default: category.")
    private String category;

    @Option(names = "--brand", paramLabel = "COLUMN", defaultValue = MatchFile.BRAND, description = "Default: brand.")
    private String brand;

    @Option(
            names = "--price",
            paramLabel = "COLUMN",
            defaultValue = MatchFile.PRICE,
            description = "Of the whole pack. Default: price.")
    private String price;

    @Option(
            names = "--pack",
            paramLabel = "COLUMN",
            defaultValue = MatchFile.PACK,
            description = "Pieces in a pack. Default: pack, else what the name says.")
    private String pack;

    @Option(
            names = "--unit",
            paramLabel = "COLUMN",
            defaultValue = MatchFile.UNIT,
            description = "Content of a piece, as 330 ml. Default: unit, else what the name says.")
    private String unit;

    @Option(
            names = "--seller",
            paramLabel = "COLUMN",
            defaultValue = MatchFile.SELLER,
            description = "Of several sellers in the other file: which. Default: seller.")
    private String seller;

    @Option(
            names = "--listing",
            paramLabel = "COLUMN",
            defaultValue = MatchFile.LISTING,
            description = "Address or number of an offer; pairs of one are the own offer. Default: listing.")
    private String listing;

    @Option(names = "--labels", paramLabel = "FILE", description = "Judged pairs to learn from.")
    private @Nullable Path labels;

    @Option(names = "--decisions", paramLabel = "FILE", description = "Decided pairs, which hold whatever comes out.")
    private @Nullable Path decisions;

    @Option(names = "--one-to-one", description = "A product has one partner of each seller at most.")
    private boolean isOneToOne;

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Share of accepted pairs that are to be right (default: ${DEFAULT-VALUE}).")
    private double precision;

    @Option(
            names = "--own-prices",
            paramLabel = "FILE",
            description = "Own prices in periods (product_id, period, price), to find prices that are copies of them.")
    private @Nullable Path ownPrices;

    @Option(names = "--other-prices", paramLabel = "FILE", description = "Prices of the others in the same periods.")
    private @Nullable Path otherPrices;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "CSV: one row per pair.")
    private Path out;

    @Option(names = "--review", paramLabel = "FILE", description = "CSV: the pairs that a person should look at.")
    private @Nullable Path review;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!(precision > 0 && precision < 1)) {
            throw new InvalidUse("Invalid --precision %s: it must be between 0 and 1, as 0.95".formatted(precision));
        }
        if ((ownPrices == null) != (otherPrices == null)) {
            throw new InvalidUse("Cannot compare prices: --own-prices and --other-prices need each other");
        }
        MatchQuestion.Partners partners = isOneToOne ? MatchQuestion.Partners.ONE : MatchQuestion.Partners.MANY;
        List<MatchItem> ownItems = new MatchFile(own, columns()).items();
        List<MatchItem> otherItems = new MatchFile(other, columns()).items();
        List<Judgement> judged = labels == null ? List.of() : new JudgementFile(labels).labels();
        List<Judgement> decided = decisions == null ? List.of() : new JudgementFile(decisions).decisions();
        CopiedPrices copied = ownPrices == null || otherPrices == null
                ? CopiedPrices.UNKNOWN
                : new CopiedPrices(
                        new PriceHistoryFile(ownPrices, id, price).prices(),
                        new PriceHistoryFile(otherPrices, id, price).prices());
        MatchResult result =
                ProductMatching.of(ownItems, otherItems, new MatchQuestion(judged, decided, partners, precision));
        List<Proposal> pairs = copied.applied(result.proposals());
        OutputTable.write(out, MatchRows.COLUMNS, MatchRows.of(pairs));
        if (review != null) {
            OutputTable.write(review, MatchRows.REVIEW_COLUMNS, MatchRows.toReview(pairs));
        }
        print(result, pairs);
        return ExitCode.DONE.number();
    }

    private Map<String, String> columns() {
        return Map.of(
                MatchFile.ID, id,
                MatchFile.NAME, name,
                MatchFile.CATEGORY, category,
                MatchFile.BRAND, brand,
                MatchFile.PRICE, price,
                MatchFile.PACK, pack,
                MatchFile.UNIT, unit,
                MatchFile.SELLER, seller,
                MatchFile.LISTING, listing);
    }

    private void print(MatchResult result, List<Proposal> pairs) {
        PrintWriter screen = spec.commandLine().getOut();
        for (Status status : Status.values()) {
            long count = pairs.stream().filter(pair -> pair.status() == status).count();
            screen.println(status.name().toLowerCase(Locale.ROOT) + "=" + count);
        }
        screen.println("threshold=" + Numerals.twelveDigits(result.threshold()));
        screen.println("expected_precision=" + Numerals.twelveDigits(result.expectedPrecision()));
        result.accuracy().ifPresent(accuracy -> {
            print(screen, "precision", accuracy.precision().wilson(LEVEL));
            print(screen, "recall", accuracy.recall().wilson(LEVEL));
        });
        screen.flush();
    }

    private static void print(PrintWriter screen, String measure, Estimate share) {
        screen.println(measure + "=" + Numerals.twelveDigits(share.value()));
        screen.println(measure + "_lo95=" + Numerals.twelveDigits(share.low()));
        screen.println(measure + "_hi95=" + Numerals.twelveDigits(share.high()));
    }
}
