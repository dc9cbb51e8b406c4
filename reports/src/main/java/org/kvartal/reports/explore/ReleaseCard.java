package org.kvartal.reports.explore;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Which release is explored, and for whom its charts speak.
 *
 * @param folder of the release
 * @param charts folder in which charts are written
 * @param organisation whose numbers they are
 * @param currency ISO 4217 code of all amounts
 * @param run names the run that made the release
 */
public record ReleaseCard(Path folder, Path charts, String organisation, String currency, LocalDate asOf, String run) {}
