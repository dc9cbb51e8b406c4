package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of commands that read what was sold at which price: the file, and its columns that each of them needs. */
final class SalesColumns {
    @Option(names = "--input", paramLabel = "FILE", required = true, description = "One row per product and period.")
    private Path input;

    @Option(names = "--product", paramLabel = "COLUMN", required = true, description = "What was sold.")
    private String product;

    @Option(names = "--period", paramLabel = "COLUMN", required = true, description = "When.")
    private String period;

    @Option(names = "--quantity", paramLabel = "COLUMN", required = true, description = "Units sold.")
    private String quantity;

    @Option(names = "--price", paramLabel = "COLUMN", required = true, description = "Own price paid for one unit.")
    private String price;

    Path input() {
        return input;
    }

    /** As product, period, quantity and price; others may follow. */
    NamedColumns named() {
        return new NamedColumns()
                .with("product", product)
                .with("period", period)
                .with("quantity", quantity)
                .with("price", price);
    }
}
