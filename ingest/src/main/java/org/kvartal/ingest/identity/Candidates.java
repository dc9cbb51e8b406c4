package org.kvartal.ingest.identity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the pairs of names that are worth comparing: those with equal numbers that have one of these in common.
 *
 * <ul>
 *   <li>a word;
 *   <li>the whole name but for one letter, the words in alphabetical order or as they stand;
 *   <li>the sound of all words.
 * </ul>
 *
 * Each is a block of names. A block of more than {@value #LARGEST_BLOCK} names, made by a word that half the customers
 * have, would cost the square of its size: it is skipped and counted. Its names still meet in their other blocks.
 */
final class Candidates {
    static final int LARGEST_BLOCK = 100;

    private static final int USUAL_KEYS = 32;

    /** Takes two names by their positions. */
    interface PairConsumer {
        void accept(int left, int right);
    }

    private final List<Spelling> names;
    private long skippedBlocks;
    private int largestSkipped;

    Candidates(List<Spelling> names) {
        this.names = List.copyOf(names);
    }

    /** Hands over each pair, some of them repeatedly. */
    void forEach(PairConsumer consumer) {
        long[] entries = entries();
        Arrays.sort(entries);
        for (int start = 0; start < entries.length; ) {
            int end = start + 1;
            while (end < entries.length && key(entries[end]) == key(entries[start])) {
                end++;
            }
            block(entries, start, end, consumer);
            start = end;
        }
    }

    /** Key and position in one number each: 100,000 names have two million of them. */
    private long[] entries() {
        long[] entries = new long[names.size() * USUAL_KEYS];
        int count = 0;
        for (int position = 0; position < names.size(); position++) {
            Set<Integer> keys = keys(names.get(position));
            if (count + keys.size() > entries.length) {
                entries = Arrays.copyOf(entries, entries.length * 2 + keys.size());
            }
            for (int key : keys) {
                entries[count] = (long) key << Integer.SIZE | position;
                count++;
            }
        }
        return Arrays.copyOf(entries, count);
    }

    private static Set<Integer> keys(Spelling name) {
        String numbers = String.join(" ", name.numbers());
        Set<Integer> keys = new HashSet<>();
        name.letters().forEach(word -> keys.add(("word " + word + numbers).hashCode()));
        keys.add(("sound " + String.join(" ", name.sounds()) + numbers).hashCode());
        Stream.of(String.join("", name.letters()), name.run())
                .distinct()
                .forEach(text -> addButForOneLetter(text, numbers, keys));
        return keys;
    }

    /** Two texts that are one edit or one swap apart are equal after a letter less in either, or in one of them. */
    private static void addButForOneLetter(String text, String numbers, Set<Integer> keys) {
        keys.add((text + numbers).hashCode());
        for (int i = 0; i < text.length(); i++) {
            keys.add((text.substring(0, i) + text.substring(i + 1) + numbers).hashCode());
        }
    }

    private static int key(long entry) {
        return (int) (entry >> Integer.SIZE);
    }

    private void block(long[] entries, int start, int end, PairConsumer consumer) {
        int size = end - start;
        if (size > LARGEST_BLOCK) {
            skippedBlocks++;
            largestSkipped = Math.max(largestSkipped, size);
            return;
        }
        for (int i = start; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                consumer.accept((int) entries[i], (int) entries[j]);
            }
        }
    }

    long skippedBlocks() {
        return skippedBlocks;
    }

    int largestSkipped() {
        return largestSkipped;
    }
}
