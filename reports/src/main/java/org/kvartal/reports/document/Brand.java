package org.kvartal.reports.document;

/**
 * How a report looks like its owner's. The colours that mean better and worse are no matter of taste and stay.
 *
 * @param organisation whose report it is
 * @param accent colour of names and headings on light paper, as {@code #17608a}; empty for Kvartal's
 * @param darkAccent the same on a dark screen
 * @param logo picture as markup that needs no other file; empty for none
 */
public record Brand(String organisation, String accent, String darkAccent, String logo) {

    /** The look that Kvartal comes with. */
    public static Brand of(String organisation) {
        return new Brand(organisation, "", "", "");
    }

    public Brand accent(String light, String dark) {
        return new Brand(organisation, light, dark, logo);
    }

    public Brand logo(String markup) {
        return new Brand(organisation, accent, darkAccent, markup);
    }
}
