package org.kvartal.reports.document;

import java.time.LocalDate;
import org.kvartal.reports.fact.Text;

/**
 * What every page says about the report as a whole.
 *
 * @param organisation whose report it is
 * @param currency code of the currency of all amounts
 * @param calendar the fiscal calendar in a few words: "fiscal year from January"
 * @param version version of the software
 */
public record Cover(
        String organisation,
        LocalDate asOf,
        String runId,
        Grade grade,
        String currency,
        Text calendar,
        String version) {}
