package org.kvartal.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.postgresql.copy.CopyOut;

/** The columns of a copy in binary, each as it is asked for and as it is read. */
record CopyQuery(List<String> asked, List<CopyCell> kinds) {

    static CopyQuery of(JdbcShape shape, UnaryOperator<String> quoted) {
        List<String> asked = new ArrayList<>();
        List<CopyCell> kinds = new ArrayList<>();
        for (int i = 0; i < shape.columns().size(); i++) {
            JdbcColumn column = shape.columns().get(i);
            CopyCell kind = CopyCell.of(column, shape.table().columns().get(i).type());
            kinds.add(kind);
            // Under a name of its own no result hides the column that rows are ordered by.
            asked.add(kind.asked(quoted.apply(column.name())) + " as " + quoted.apply("_copied_" + i));
        }
        return new CopyQuery(asked, kinds);
    }

    /** @param rest all that stands behind the selected columns */
    String sql(String rest) {
        return "copy (select " + String.join(", ", asked) + rest + ") to stdout (format binary)";
    }

    CopyCells cells(CopyOut copy) {
        return new CopyCells(copy, kinds);
    }
}
