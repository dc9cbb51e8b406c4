package org.kvartal.jobs.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.kvartal.jobs.disk.PrivateFolder;

/** Can the output folder be written? Nothing but writing tells: a file is brought to the disk and deleted again. */
final class OutputFolder {
    private static final String SUBJECT = "output";
    private static final int PROBE_BYTES = 4096;
    private static final Set<String> SHARED = Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs");

    private OutputFolder() {}

    static List<Finding> check(Path output) {
        try {
            PrivateFolder.create(output);
            write(output.resolve(".probe-" + ProcessHandle.current().pid()));
            return List.of(written(output));
        } catch (AccessDeniedException e) {
            return List.of(Finding.fail(
                    SUBJECT,
                    "output folder " + output + " cannot be written by " + user() + ": give that user the folder, or"
                            + " name another one in output.folder"));
        } catch (IOException | UncheckedIOException e) {
            return List.of(Finding.fail(
                    SUBJECT,
                    "output folder " + output + " cannot be written (" + e.getMessage() + "): is its disk full,"
                            + " read-only or gone?"));
        }
    }

    private static void write(Path probe) throws IOException {
        try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(PROBE_BYTES));
            channel.force(true);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static Finding written(Path output) throws IOException {
        String owner = Files.getOwner(output).getName();
        if (!owner.equals(user())) {
            return Finding.warn(
                    SUBJECT,
                    "output folder " + output + " belongs to " + owner + ", and this is " + user()
                            + ": run every night as one user");
        }
        String kind = Files.getFileStore(output).type();
        if (SHARED.contains(kind)) {
            return Finding.warn(
                    SUBJECT,
                    "output folder " + output + " is on " + kind + ": not all shared folders keep locks and renames");
        }
        if (PrivateFolder.isOpenToAll(output)) {
            return Finding.warn(
                    SUBJECT,
                    "output folder " + output + " can be entered by everybody on this machine: chmod o-rwx " + output);
        }
        return Finding.ok(SUBJECT, "output folder " + output);
    }

    private static String user() {
        return System.getProperty("user.name");
    }
}
