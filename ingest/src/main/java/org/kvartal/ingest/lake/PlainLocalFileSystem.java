package org.kvartal.ingest.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local file system without Hadoop's two costs: it starts a {@code chmod} process for every file that it creates,
 * which was 2,200 processes a night, and writes a checksum file beside it, where Parquet has checksums of its own.
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
    }
}
