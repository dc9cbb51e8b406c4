package org.kvartal.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The XML files that an XLSX file is made of, packed as ZIP. */
final class XlsxParts implements Closeable {
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final ZipFile zip;

    private XlsxParts(ZipFile zip) {
        this.zip = zip;
    }

    static XlsxParts open(Path file) throws IOException {
        try {
            return new XlsxParts(new ZipFile(file.toFile()));
        } catch (ZipException noZip) {
            throw new InvalidFile(
                    beginsLikeOldExcel(file)
                            ? "is an old or an encrypted Excel file; save it as XLSX, without a password"
                            : "is no XLSX file, or is cut off: " + noZip.getMessage(),
                    noZip);
        }
    }

    private static boolean beginsLikeOldExcel(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(OLE.length), OLE);
        }
    }

    /** Opens a part; capital letters in its name make no difference. */
    XmlEvents read(String name) throws IOException {
        ZipEntry part = find(name).orElseThrow(() -> new InvalidFile("is no XLSX file: it has no " + name));
        return new XmlEvents(name, new PartStream(part, zip.getInputStream(part)));
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    private Optional<ZipEntry> find(String name) {
        ZipEntry exact = zip.getEntry(name);
        return exact != null
                ? Optional.of(exact)
                : zip.stream()
                        .map(ZipEntry.class::cast)
                        .filter(part -> part.getName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
