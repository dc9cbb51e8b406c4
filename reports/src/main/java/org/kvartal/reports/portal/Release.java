package org.kvartal.reports.portal;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A release as it stood when the request came: what is published meanwhile does not change it.
 *
 * @param root its folder, without links
 */
record Release(LocalDate asOf, Path root) {
    Path data() {
        return root.resolve("data");
    }
}
