package org.kvartal.forecast.pipeline.simulation;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the CRM shows at the end of a day, as lines of CSV with a header. */
record Extract(List<String> opportunities, List<String> history, List<String> changes, List<String> accounts) {
    static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final String COLUMNS =
            "opportunity_id,account_id,owner_id,stage,is_closed,is_won,amount,created_at,close_date,probability";

    static Extract of(World world, Pipeline pipeline, CrmLog log) {
        Stream<String> accounts = pipeline.deals().stream()
                .map(deal -> deal.account)
                .distinct()
                .map(account -> String.join(
                        ",", account.id(), account.industry(), account.region(), String.valueOf(account.employees())));
        return new Extract(
                opportunities(world.shape(), pipeline),
                lines(CrmLog.HISTORY, log.history().stream()),
                lines(CrmLog.CHANGES, log.changes().stream()),
                lines("account_id,industry,region,employees", accounts.sorted()));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("opportunities.csv"), opportunities);
        Files.write(folder.resolve("history.csv"), history);
        Files.write(folder.resolve("changes.csv"), changes);
        Files.write(folder.resolve("accounts.csv"), accounts);
    }

    static String money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    static String date(int day) {
        return day == Deal.NONE ? "" : LocalDate.ofEpochDay(day).toString();
    }

    static String owner(int owner) {
        return "U%02d".formatted(owner);
    }

    private static List<String> opportunities(Shape shape, Pipeline pipeline) {
        List<String> further = pipeline.deals().stream()
                .findFirst()
                .map(deal -> List.copyOf(shape.columns(deal).keySet()))
                .orElse(List.of());
        String header = String.join(
                ",", Stream.concat(Stream.of(COLUMNS), further.stream()).toList());
        return lines(header, pipeline.deals().stream().map(deal -> opportunity(shape, deal)));
    }

    private static String opportunity(Shape shape, Deal deal) {
        boolean showsAmount = deal.won || shape.showsAmount(deal);
        List<String> cells = new ArrayList<>(List.of(
                deal.id(),
                deal.account.id(),
                owner(deal.owner),
                shape.stages().get(deal.stage),
                String.valueOf(!deal.isOpen()),
                String.valueOf(deal.won),
                showsAmount ? money(deal.amount) : "",
                CrmLog.createdAt(deal).format(TIMESTAMP),
                date(deal.isOpen() ? deal.promised : deal.closed),
                String.valueOf(deal.isOpen() ? shape.probability(deal) : deal.won ? 1 : 0)));
        Map<String, String> further = shape.columns(deal);
        cells.addAll(further.values());
        return String.join(",", cells);
    }

    private static List<String> lines(String header, Stream<String> rows) {
        return Stream.concat(Stream.of(header), rows).toList();
    }
}
