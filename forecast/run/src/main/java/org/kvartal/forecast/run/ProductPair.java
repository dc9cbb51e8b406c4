package org.kvartal.forecast.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A competitor's product and an own one that it may stand against.
 *
 * @param productId null while none is near
 * @param status as in {@code forecast.product_matches}
 * @param match how alike they are; null when nobody says
 * @param confidence how sure the match is; null when nobody says
 * @param agree in what they agree
 * @param differ in what they differ
 */
record ProductPair(
        String competitorProductId,
        @Nullable String productId,
        String competitorId,
        String status,
        @Nullable String match,
        @Nullable Double confidence,
        List<String> agree,
        List<String> differ) {
    boolean isMatch() {
        return productId != null && List.of("given", "confirmed", "accepted").contains(status);
    }
}
