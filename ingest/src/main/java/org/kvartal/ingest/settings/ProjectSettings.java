package org.kvartal.ingest.settings;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.kvartal.ingest.model.FiscalCalendar;

/**
 * Section {@code project}: whose numbers these are.
 *
 * @param currency ISO 4217 code in which all amounts are reported
 * @param zone where a day begins and ends
 * @param languages in which the report is published, by their ISO 639 codes
 */
public record ProjectSettings(
        String name, String currency, ZoneId zone, FiscalCalendar fiscalCalendar, List<String> languages) {
    private static final List<String> KNOWN_LANGUAGES = List.of("en", "ru", "sk", "pl", "fa");
    private static final Pattern CURRENCY_CODE = Pattern.compile("[A-Z]{3}");

    public ProjectSettings {
        languages = List.copyOf(languages);
    }

    public static ProjectSettings read(ConfigSection section) {
        String currency = section.text("currency");
        section.require(CURRENCY_CODE.matcher(currency).matches(), "currency", "must be an ISO 4217 code, as EUR");
        List<String> languages = section.texts("languages", List.of("en"));
        section.require(
                KNOWN_LANGUAGES.containsAll(languages) && !languages.isEmpty(),
                "languages",
                "must be chosen from " + KNOWN_LANGUAGES);
        return new ProjectSettings(
                section.text("name"),
                currency,
                section.zone("time-zone", ZoneOffset.UTC),
                FiscalCalendarSettings.read(section),
                languages);
    }
}
