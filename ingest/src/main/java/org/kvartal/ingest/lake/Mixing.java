package org.kvartal.ingest.lake;

/** A hash of 64 bits over whole words: the tail of xxHash64, without its four lanes. */
final class Mixing {
    private static final int CHARACTERS_OF_WORD = 4;
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;

    private Mixing() {}

    /** The hash with a further word in it. */
    static long mixed(long hash, long word) {
        long round = Long.rotateLeft(word * PRIME_2, 31) * PRIME_1;
        return Long.rotateLeft(hash ^ round, 27) * PRIME_1 + PRIME_4;
    }

    /** The hash with a further text in it, its length first. */
    static long mixed(long hash, String text) {
        int length = text.length();
        long result = mixed(hash, length);
        int i = 0;
        for (; i + CHARACTERS_OF_WORD <= length; i += CHARACTERS_OF_WORD) {
            result = mixed(result, word(text, i, CHARACTERS_OF_WORD));
        }
        return i < length ? mixed(result, word(text, i, length - i)) : result;
    }

    private static long word(String text, int start, int count) {
        long word = 0;
        for (int i = start; i < start + count; i++) {
            word = word << Character.SIZE | text.charAt(i);
        }
        return word;
    }

    /** Lets every bit that went in move every bit that comes out. */
    static long end(long hash) {
        long result = (hash ^ hash >>> 33) * PRIME_2;
        result = (result ^ result >>> 29) * PRIME_3;
        return result ^ result >>> 32;
    }
}
