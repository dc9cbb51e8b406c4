package org.kvartal.ingest.identity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Pairs of names, each labelled by a person as one company or product, or as two. */
final class LabelledNames {
    /** @param part chosen: the threshold was chosen on it; held-out: it was not */
    record Labelled(String part, Kind kind, boolean same, String left, String right) {
        double likeness() {
            return Likeness.of(leftSpelling(), rightSpelling());
        }

        Spelling leftSpelling() {
            return Spelling.of(kind.words(left));
        }

        Spelling rightSpelling() {
            return Spelling.of(kind.words(right));
        }
    }

    private LabelledNames() {}

    static List<Labelled> read() throws IOException {
        try (InputStream text = LabelledNames.class.getResourceAsStream("/identity/labelled-names.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream()
                    .map(row -> new Labelled(
                            row.getField("part"),
                            Kind.labelled(row.getField("kind")).orElseThrow(),
                            row.getField("label").equals("same"),
                            row.getField("left"),
                            row.getField("right")))
                    .toList();
        }
    }
}
