package org.kvartal.reports.render;

import org.kvartal.reports.document.Brand;

/** What a brand adds to the style sheets. */
final class BrandStyle {
    private BrandStyle() {}

    static String screen(Brand brand) {
        return brand.accent().isEmpty()
                ? ""
                : ".masthead .organisation,nav h2{color:" + brand.accent() + "}"
                        + "@media (prefers-color-scheme:dark){.masthead .organisation,nav h2{color:"
                        + brand.darkAccent() + "}}\n";
    }

    static String paper(Brand brand) {
        return brand.accent().isEmpty()
                ? ""
                : ".strip span,.organisation,.contents-title{color:" + brand.accent() + "}\n";
    }

    /** A picture inside the file has to be allowed; a drawing is part of the page. */
    static String pictures(Brand brand) {
        return brand.logo().startsWith("<img") ? " img-src data:;" : "";
    }
}
