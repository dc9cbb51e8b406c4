package org.kvartal.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file, one after the other. What the library throws at a broken file becomes a finding. */
final class ParquetRows implements Closeable {
    /** The pages of a group of rows are held in memory as they are packed, and unpacked one by one. */
    private static final long LARGEST_GROUP = 1L << 30;

    private final ParquetFileReader file;
    private @Nullable RecordReader<Group> group;
    private long leftInGroup;

    private ParquetRows(ParquetFileReader file) {
        this.file = file;
    }

    static ParquetRows open(Path path) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification()
                .build();
        try {
            ParquetRows rows = new ParquetRows(ParquetFileReader.open(new LocalInputFile(path), options));
            rows.requireSmallGroups();
            return rows;
        } catch (InvalidFile refused) {
            throw refused;
        } catch (IOException unreadable) {
            throw new InvalidFile("is no Parquet file, or is cut off: " + unreadable.getMessage(), unreadable);
        } catch (RuntimeException foreign) {
            throw new InvalidFile("is no Parquet file, or is cut off", foreign);
        }
    }

    private void requireSmallGroups() throws IOException {
        for (BlockMetaData block : file.getRowGroups()) {
            if (block.getTotalByteSize() > LARGEST_GROUP) {
                file.close();
                throw new InvalidFile("is not read: it has a row group of more than " + (LARGEST_GROUP >> 30) + " GiB");
            }
        }
    }

    List<Type> columns() {
        return file.getFileMetaData().getSchema().getFields();
    }

    Optional<Group> next() throws IOException {
        try {
            while (leftInGroup == 0) {
                @Nullable PageReadStore pages = file.readNextRowGroup();
                if (pages == null) {
                    return Optional.empty();
                }
                leftInGroup = pages.getRowCount();
                group = new ColumnIOFactory()
                        .getColumnIO(file.getFileMetaData().getSchema())
                        .getRecordReader(
                                pages,
                                new GroupRecordConverter(file.getFileMetaData().getSchema()));
            }
            leftInGroup--;
            return Optional.ofNullable(group).map(RecordReader::read);
        } catch (IOException | RuntimeException broken) {
            throw new InvalidFile("is damaged: " + broken.getMessage(), broken);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
