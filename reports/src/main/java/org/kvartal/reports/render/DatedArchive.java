package org.kvartal.reports.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Office files are ZIP archives; this one carries the date of the report and not that of the rendering. */
final class DatedArchive {
    private static final String CORE_PROPERTIES = "docProps/core.xml";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

    private DatedArchive() {}

    static void write(byte[] archive, LocalDate date, Completion completion, Path file) throws IOException {
        // A file, because the archive can be read from its directory only, not as a stream.
        Path undated = Files.createTempFile(file.toAbsolutePath().getParent(), "undated", ".zip");
        try {
            Files.write(undated, archive);
            try (ZipFile in = new ZipFile(undated.toFile());
                    ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    ZipEntry dated = new ZipEntry(entry.getName());
                    dated.setTimeLocal(date.atStartOfDay());
                    out.putNextEntry(dated);
                    out.write(content(in, entry, date, completion));
                    out.closeEntry();
                }
            }
        } finally {
            Files.delete(undated);
        }
    }

    private static byte[] content(ZipFile archive, ZipEntry entry, LocalDate date, Completion completion)
            throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] content = in.readAllBytes();
            boolean isDated = entry.getName().equals(CORE_PROPERTIES);
            if (!isDated && !completion.concerns(entry.getName())) {
                return content;
            }
            String text = new String(content, StandardCharsets.UTF_8);
            String whole =
                    isDated ? text.replaceAll(TIME, date + "T00:00:00Z") : completion.completed(entry.getName(), text);
            return whole.getBytes(StandardCharsets.UTF_8);
        }
    }
}
