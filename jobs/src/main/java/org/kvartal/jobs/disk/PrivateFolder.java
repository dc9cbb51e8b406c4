package org.kvartal.jobs.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that only their owner and his group can enter, so that nothing in them has to be guarded one by one. */
public final class PrivateFolder {
    private PrivateFolder() {}

    /** Creates a folder unless it is there; one that is there keeps the permissions that its owner gave it. */
    public static Path create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(folder);
        if (hasModes(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        }
        return folder;
    }

    /** Whether everybody on this machine can look into a folder. */
    public static boolean isOpenToAll(Path folder) throws IOException {
        return hasModes(folder) && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
    }

    private static boolean hasModes(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
