package org.kvartal.ingest.privacy;

import org.junit.jupiter.api.Test;
import org.kvartal.ingest.settings.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class PseudonymsTest {
    /** RFC 4231, section 4.3 (test case 2): key, data, and the first 8 bytes of HMAC-SHA-256. */
    @Test
    void areTheFirstBytesOfAnHmac() {
        Pseudonyms pseudonyms = Pseudonyms.keyed(new Secret("Jefe"));

        assertThat(pseudonyms.digest("what do ya want for nothing?")).isEqualTo("5bdcc146bf60754e");
    }

    @Test
    void keepTheSourceOfAnId() {
        Pseudonyms pseudonyms = Pseudonyms.keyed(new Secret("Jefe"));

        assertThat(pseudonyms.ofId("crm:17"))
                .matches("crm:p[0-9a-f]{16}")
                .isNotEqualTo(pseudonyms.ofId("crm:18"))
                .isNotEqualTo(Pseudonyms.keyed(new Secret("other")).ofId("crm:17"));
        assertThat(pseudonyms.nameOf("crm:17")).matches("Person [0-9A-F]{8}");
    }
}
