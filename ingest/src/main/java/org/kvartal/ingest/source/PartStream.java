package org.kvartal.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Unpacks a part of a ZIP file as long as it stays within limits, whatever sizes the file claims; a small file may else
 * unpack to terabytes. What was read to the end must have its check sum.
 */
final class PartStream extends FilterInputStream {
    private static final long LARGEST_PART = 1L << 32;
    private static final int LARGEST_RATIO = 250;

    /** Below this size the ratio does not matter: a short sheet of one repeated row may well have a high one. */
    private static final long SMALL = 16L << 20;

    /** One tag or one piece of text: the parser holds it in memory. */
    private static final long LONGEST_TAG = 4L << 20;

    private final ZipEntry part;
    private final CRC32 sum = new CRC32();
    private long unpacked;
    private long sinceTag;

    PartStream(ZipEntry part, InputStream in) {
        super(in);
        this.part = part;
    }

    /** The parser has handed over what it has read. */
    void tagDone() {
        sinceTag = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0) {
            requireWhole();
            return count;
        }
        sum.update(bytes, offset, count);
        unpacked += count;
        sinceTag += count;
        require(unpacked <= LARGEST_PART, "unpacks to more than " + (LARGEST_PART >> 30) + " GiB");
        require(
                unpacked <= SMALL || unpacked <= LARGEST_RATIO * part.getCompressedSize(),
                "unpacks to more than " + LARGEST_RATIO + " times its size");
        require(sinceTag <= LONGEST_TAG, "has a tag of more than " + (LONGEST_TAG >> 20) + " MiB");
        return count;
    }

    private void requireWhole() throws IOException {
        if (part.getCrc() != -1 && part.getCrc() != sum.getValue()) {
            throw new InvalidFile("is damaged: its part " + part.getName() + " does not have its check sum");
        }
    }

    private void require(boolean holds, String excess) throws InvalidFile {
        if (!holds) {
            throw new InvalidFile("is not read: its part " + part.getName() + " " + excess);
        }
    }
}
