package org.kvartal.ingest.source;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.ColumnType;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.ByteConverter;

/**
 * The cells of what PostgreSQL copies out in binary: after a header, each row has the number of its cells, and each cell
 * its length, -1 for NULL, before its bytes. One array holds a row, where a result has one for each cell.
 */
final class CopyCells implements Cells {
    private static final int HEADER = 11 + Integer.BYTES;
    private static final int END = -1;

    private final CopyOut copy;
    private final List<CopyCell> cells;
    private final int[] starts;
    private final int[] lengths;
    private byte[] bytes = {};
    private int row;
    private int position;
    private boolean isBegun;

    CopyCells(CopyOut copy, List<CopyCell> cells) {
        this.copy = copy;
        this.cells = cells;
        this.starts = new int[cells.size()];
        this.lengths = new int[cells.size()];
    }

    @Override
    public boolean next() throws SQLException {
        row = position;
        if (!isBegun) {
            skipHeader();
        }
        need(Short.BYTES);
        int count = ByteConverter.int2(bytes, position);
        position += Short.BYTES;
        if (count == END) {
            drain();
            return false;
        }
        for (int i = 0; i < count; i++) {
            need(Integer.BYTES);
            lengths[i] = ByteConverter.int4(bytes, position);
            position += Integer.BYTES;
            need(Math.max(0, lengths[i]));
            starts[i] = position - row;
            position += Math.max(0, lengths[i]);
        }
        return true;
    }

    private void skipHeader() throws SQLException {
        isBegun = true;
        need(HEADER + Integer.BYTES);
        position += HEADER;
        int extension = ByteConverter.int4(bytes, position);
        need(Integer.BYTES + extension);
        position += Integer.BYTES + extension;
        row = position;
    }

    /** Makes sure that so many bytes stand behind the position. A message of the server usually is just one row. */
    private void need(int count) throws SQLException {
        while (bytes.length - position < count) {
            byte[] more = copy.readFromCopy();
            if (more == null) {
                throw new SQLException("The copy ends within a row");
            }
            int kept = bytes.length - row;
            if (kept == 0) {
                bytes = more;
            } else {
                byte[] joined = new byte[kept + more.length];
                System.arraycopy(bytes, row, joined, 0, kept);
                System.arraycopy(more, 0, joined, kept, more.length);
                bytes = joined;
            }
            position -= row;
            row = 0;
        }
    }

    /** The connection is free for the next query only when it was told that there is no more. */
    private void drain() throws SQLException {
        while (copy.readFromCopy() != null) {
            // Nothing stands behind the end.
        }
    }

    @Override
    public @Nullable Object fetched(int column, ColumnType wanted) throws SQLException {
        return lengths[column] < 0 ? null : cells.get(column).read(bytes, row + starts[column], lengths[column]);
    }

    @Override
    public String text(int column) throws SQLException {
        return lengths[column] < 0
                ? ""
                : cells.get(column)
                        .read(bytes, row + starts[column], lengths[column])
                        .toString();
    }
}
