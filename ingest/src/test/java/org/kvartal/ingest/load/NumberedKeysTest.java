package org.kvartal.ingest.load;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumberedKeysTest {
    @Test
    void numbersKeysInTheOrderInWhichTheyCome() {
        NumberedKeys keys = new NumberedKeys(3);
        assertThat(keys.add(70)).isEqualTo(NumberedKeys.NONE);
        assertThat(keys.add(-5)).isEqualTo(NumberedKeys.NONE);
        assertThat(keys.add(70)).isEqualTo(0);
        assertThat(keys.size()).isEqualTo(2);
        assertThat(keys.get(1)).isEqualTo(-5);
        assertThat(keys.find(-5)).isEqualTo(1);
        assertThat(keys.find(71)).isEqualTo(NumberedKeys.NONE);
    }

    @Test
    void tellsKeysApartThatFallOnOneSlotOrShareAHalf() {
        NumberedKeys keys = new NumberedKeys(8);
        long[] alike = {0, 1L << 32, 2L << 32, -1L << 32, 32, 64, 1L << 32 | 32, 0xFFFF_FFFFL};
        for (long key : alike) {
            keys.add(key);
        }
        for (int number = 0; number < alike.length; number++) {
            assertThat(keys.find(alike[number])).isEqualTo(number);
        }
        assertThat(keys.find(3L << 32)).isEqualTo(NumberedKeys.NONE);
    }

    @Test
    void growsBeyondWhatWasExpected() {
        NumberedKeys keys = new NumberedKeys(0);
        for (int i = 0; i < 10_000; i++) {
            assertThat(keys.add(i * 0x9E3779B185EBCA87L)).isEqualTo(NumberedKeys.NONE);
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(keys.find(i * 0x9E3779B185EBCA87L)).isEqualTo(i);
        }
    }
}
