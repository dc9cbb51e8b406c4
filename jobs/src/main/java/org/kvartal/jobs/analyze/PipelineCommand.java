package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.pipeline.BookingPeriod;
import org.kvartal.forecast.pipeline.DealHistory;
import org.kvartal.forecast.pipeline.OutlookResult;
import org.kvartal.forecast.pipeline.QuarterOutlook;
import org.kvartal.forecast.pipeline.Quarters;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze pipeline}: what is still to be booked, and what each open deal adds to it. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Forecasts what will be booked after one day up to another, from deals that are open and deals not yet created,"
                    + " as a distribution; and of every open deal the probability of being won.",
            "",
            "Only what was known at the end of the as-of day has any influence: rows created later are left out, and of a deal"
                    + " closed later only what its changes up to that day prove is used.",
            "",
            "--opportunities: opportunity_id, account_id, owner_id, stage, is_closed, is_won, amount, created_at, close_date"
                    + " (of closed deals the day of closing, of open ones the promised day). Every other column is a candidate"
                    + " feature; those that were written at closing are refused, with a message.",
            "--history: opportunity_id, from_stage, to_stage, changed_at; the first row of a deal has no from_stage.",
            "--changes: opportunity_id, field, old_value, new_value, changed_at; field is a column of --opportunities.",
            "--accounts: account_id and candidate features.",
            "Times are written as ISO 8601; yes and no as true, false, 1, 0."
        })
public final class PipelineCommand implements Callable<Integer> {
    private static final int MONTHS = 12;

    @Option(names = "--opportunities", paramLabel = "FILE", required = true, description = "One row per deal.")
    private Path opportunities;

    @Option(names = "--history", paramLabel = "FILE", description = "One row per change of stage.")
    private @Nullable Path history;

    @Option(names = "--changes", paramLabel = "FILE", description = "One row per change of another field.")
    private @Nullable Path changes;

    @Option(names = "--accounts", paramLabel = "FILE", description = "One row per account.")
    private @Nullable Path accounts;

    @Option(names = "--as-of", paramLabel = "DATE", required = true, description = "The end of this day is now.")
    private LocalDate asOf;

    @Option(names = "--until", paramLabel = "DATE", required = true, description = "Last day of the period.")
    private LocalDate until;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "One row: as_of, until, p5, p10, p25, p50, p75, p90, p95, mean.")
    private Path out;

    @Option(
            names = "--deals",
            paramLabel = "FILE",
            description = "One row per open deal: opportunity_id, p_win_in_period, p_win_ever, expected_days.")
    private @Nullable Path deals;

    @Option(names = "--explain", description = "Add to --deals what moves the chance of each deal most.")
    private boolean explains;

    @Option(
            names = "--column",
            paramLabel = "NAME=COLUMN",
            description = "How a column of the list above is called in your files; may be repeated.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Zone in which days end, and of times without one (default: ${DEFAULT-VALUE}).")
    private ZoneId zone;

    @Option(
            names = "--fiscal-year-starts",
            paramLabel = "MONTH",
            defaultValue = "1",
            description =
                    "First month of the fiscal year, whose quarters are a clock to sellers (default: ${DEFAULT-VALUE}).")
    private int firstMonth;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        refuseWhatMakesNoSense();
        PipelineFiles files = new PipelineFiles(opportunities, history, changes, accounts, columns, zone);
        DealHistory known = DealHistory.knownAt(asOf, files.deals());
        QuarterOutlook outlook = new QuarterOutlook(Quarters.ofYearStartingIn(firstMonth));
        OutlookResult result = outlook.outlook(known, new BookingPeriod(asOf.plusDays(1), until));
        if (result instanceof OutlookResult.Estimated estimated) {
            PipelineTables.writeForecast(out, until, estimated);
            if (deals != null) {
                PipelineTables.writeDeals(deals, known, estimated, explains);
            }
            spec.commandLine().getErr().println("kvartal: " + estimated.reason());
            estimated.notes().forEach(note -> spec.commandLine().getErr().println("kvartal: " + note));
            return ExitCode.DONE.number();
        }
        spec.commandLine().getErr().println("kvartal: Cannot forecast " + opportunities + ": " + result.reason());
        return ExitCode.INVALID.number();
    }

    private void refuseWhatMakesNoSense() {
        if (!until.isAfter(asOf)) {
            throw new InvalidUse("Invalid --until %s: it must be after --as-of %s".formatted(until, asOf));
        }
        if (firstMonth < 1 || firstMonth > MONTHS) {
            throw new InvalidUse(
                    "Invalid --fiscal-year-starts %d: it must be a month from 1 to 12".formatted(firstMonth));
        }
    }
}
