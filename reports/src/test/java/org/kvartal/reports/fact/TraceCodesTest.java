package org.kvartal.reports.fact;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The two statements were found by trying; Python's hashlib gives e556141165... and e556141154... for them. */
class TraceCodesTest {
    private final Origin one = Origin.of("mart.deals", "22870");
    private final Origin other = Origin.of("mart.deals", "82558");
    private final TraceCodes codes = new TraceCodes();

    @Test
    void givesALongerCodeToWhatWouldShareOne() {
        assertThat(other.code()).isEqualTo(one.code());

        assertThat(codes.distinct(one).code()).hasSize(6).isEqualTo(one.code());
        assertThat(codes.distinct(other).code()).hasSize(7).startsWith(one.code());
    }

    @Test
    void givesTheSameCodeToWhatIsAskedForAgain() {
        codes.distinct(one);
        Origin longer = codes.distinct(other);

        assertThat(codes.distinct(one)).isEqualTo(one);
        assertThat(codes.distinct(other)).isEqualTo(longer);
        assertThat(codes.distinct(longer)).isEqualTo(longer);
    }

    @Test
    void hasAsManyDifferentSignsAsTheHashHasBits() {
        Origin longest = one;
        while (longest.codeLength() < 51) {
            longest = longest.lengthened();
        }
        assertThat(longest.code()).hasSize(51).startsWith("WNB184AMRK");
        Origin last = longest;
        assertThatThrownBy(last::lengthened).hasMessage("Invalid length of a trace code 52: must be from 6 to 51");
    }
}
