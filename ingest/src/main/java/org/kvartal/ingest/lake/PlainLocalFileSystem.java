package org.kvartal.ingest.lake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.Syncable;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local file system without Hadoop's two costs: it starts a {@code chmod} process for every file that it creates,
 * which was 2,200 processes a night, and writes a checksum file beside it, where Parquet has checksums of its own.
 *
 * <p>And with what Hadoop leaves out: a file is on the disk when it is closed. A table's pointer moves to files that were
 * closed before, so after a power cut it names none that is empty or cut off.
 */
public final class PlainLocalFileSystem extends LocalFileSystem {
    /** The setting by which Hadoop finds its file system for the scheme {@code file}. */
    static final String SETTING = "fs.file.impl";

    public PlainLocalFileSystem() {
        super(new WithoutProcesses());
        setWriteChecksum(false);
    }

    private static final class WithoutProcesses extends RawLocalFileSystem {
        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            String symbols = permission.getUserAction().SYMBOL
                    + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL;
            Files.setPosixFilePermissions(pathToFile(path).toPath(), PosixFilePermissions.fromString(symbols));
        }

        @Override
        protected OutputStream createOutputStreamWithMode(Path path, boolean append, FsPermission permission)
                throws IOException {
            OutputStream file = super.createOutputStreamWithMode(path, append, permission);
            FaultPoint.reached("lake-file-opened");
            return new OnDiskWhenClosed(file);
        }

        @Override
        public boolean rename(Path from, Path to) throws IOException {
            boolean renamed = super.rename(from, to);
            FaultPoint.reached("lake-file-moved");
            return renamed;
        }

        @Override
        public boolean delete(Path path, boolean recursive) throws IOException {
            boolean deleted = super.delete(path, recursive);
            FaultPoint.reached("lake-file-deleted");
            return deleted;
        }
    }

    private static final class OnDiskWhenClosed extends FilterOutputStream {
        private boolean open = true;

        OnDiskWhenClosed(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (!open) {
                return;
            }
            open = false;
            try (OutputStream file = out) {
                file.flush();
                FaultPoint.reached("lake-file-written");
                if (file instanceof Syncable disk) {
                    disk.hsync();
                }
            }
        }
    }
}
