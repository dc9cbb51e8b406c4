package org.kvartal.reports.brand;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.reports.document.Brand;

/** Section {@code report.brand}. */
public final class BrandSettings {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    /** WCAG 2.2, criterion 1.4.3, for letters of normal size. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final double DARK_CONTRAST = 7;

    private BrandSettings() {}

    /** @param project name of the project, whose report it is unless the section says otherwise */
    public static Brand read(ConfigSection section, String project) {
        Brand brand = Brand.of(section.text("organisation", project));
        if (section.has("accent")) {
            brand = coloured(brand, section);
        }
        return section.has("logo") ? brand.logo(logo(section)) : brand;
    }

    private static Brand coloured(Brand brand, ConfigSection section) {
        String code = section.text("accent");
        if (!COLOUR.matcher(code).matches()) {
            section.require(false, "accent", "must be a colour in quotes, as \"#17608a\"");
            return brand;
        }
        Accent accent = Accent.of(code);
        double contrast = accent.contrast(Accent.PAPER);
        section.require(
                contrast >= LEAST_CONTRAST,
                "accent",
                String.format(
                        Locale.ROOT,
                        "must be darker: its contrast to the paper is %.1f, and letters need %.1f",
                        contrast,
                        LEAST_CONTRAST));
        return brand.accent(accent.code(), accent.lightened(DARK_CONTRAST).code());
    }

    private static String logo(ConfigSection section) {
        Path file = section.existingFile("logo");
        try {
            return Logo.read(file);
        } catch (IllegalArgumentException refused) {
            section.require(false, "logo", String.valueOf(refused.getMessage()));
            return "";
        }
    }
}
