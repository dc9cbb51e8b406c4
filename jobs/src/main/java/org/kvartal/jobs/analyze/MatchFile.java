package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.forecast.match.MatchItem;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;

/**
 * Reads a list of products from a file.
 *
 * @param columns how the file calls the columns that have a part in the method, by their names here
 */
record MatchFile(Path file, Map<String, String> columns) {
    static final String ID = "product_id";
    static final String NAME = "name";
    static final String CATEGORY = "category";
    static final String BRAND = "brand";
    static final String PRICE = "price";
    static final String PACK = "pack";
    static final String UNIT = "unit";
    static final String SELLER = "seller";
    static final String LISTING = "listing";

    private static final List<String> REQUIRED = List.of(ID, NAME);
    private static final List<String> OPTIONAL = List.of(CATEGORY, BRAND, PRICE, PACK, UNIT, SELLER, LISTING);
    private static final int MOST_PIECES = 1_000_000;

    MatchFile {
        columns = Map.copyOf(columns);
    }

    /** The products in the order of the file. Columns without a part are attributes. */
    List<MatchItem> items() {
        List<MatchItem> items = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        InputTable.of(file, columns, REQUIRED, OPTIONAL).read(row -> {
            String id = row.requiredText(ID);
            Long earlier = lines.putIfAbsent(id, row.line());
            if (earlier != null) {
                row.refuse(ID, "must not be there twice; it is in line " + earlier);
            }
            items.add(item(id, row));
        });
        return items;
    }

    private static MatchItem item(String id, InputRow row) {
        Map<String, String> attributes = new HashMap<>();
        for (String column : row.columns()) {
            if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
                attributes.put(column, row.text(column));
            }
        }
        return new MatchItem(
                id,
                row.requiredText(NAME),
                row.text(CATEGORY),
                row.text(BRAND),
                price(row),
                pack(row),
                row.text(UNIT),
                row.text(SELLER),
                row.text(LISTING),
                attributes);
    }

    private static double price(InputRow row) {
        Optional<BigDecimal> price = row.number(PRICE);
        if (price.filter(found -> found.signum() <= 0).isPresent()) {
            row.refuse(PRICE, "must be above zero, or empty when unknown");
        }
        return price.map(BigDecimal::doubleValue).orElse(0.0);
    }

    private static int pack(InputRow row) {
        Optional<BigDecimal> pack = row.number(PACK);
        boolean isCount = pack.stream()
                .allMatch(pieces -> pieces.stripTrailingZeros().scale() <= 0
                        && pieces.signum() > 0
                        && pieces.compareTo(BigDecimal.valueOf(MOST_PIECES)) <= 0);
        if (!isCount) {
            row.refuse(PACK, "must be a whole number of pieces from 1 on, or empty when unknown");
            return 0;
        }
        return pack.map(BigDecimal::intValue).orElse(0);
    }
}
