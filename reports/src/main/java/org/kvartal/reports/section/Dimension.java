package org.kvartal.reports.section;

import org.kvartal.reports.fact.Message;

/**
 * What facts are broken down by: a column that several marts share.
 *
 * @param title as tables and sentences name one member
 * @param unknown what a member is called whose rows have no value
 * @param names table that names the members; empty where the column holds the name
 * @param key its column that the members are looked up by; empty with {@code names}
 */
public record Dimension(
        String column, @Message String title, @Message String unknown, String names, String key) {
    public static final Dimension REGION = named("region", "Region", "No region stated");
    public static final Dimension STAGE = named("stage", "Stage", "No stage stated");
    public static final Dimension PRODUCT =
            new Dimension("product_id", "Product", "No product stated", "crm.products", "product_id");
    public static final Dimension COMPETITOR =
            new Dimension("competitor_id", "Competitor", "No competitor stated", "crm.competitors", "competitor_id");
    public static final Dimension TEAM = new Dimension("team_id", "Team", "No team stated", "crm.teams", "team_id");

    /** Whoever owns, handles, learns or teaches. */
    public static final Dimension PERSON =
            new Dimension("user_id", "Person", "No person stated", "crm.users", "user_id");

    private static Dimension named(String column, @Message String title, @Message String unknown) {
        return new Dimension(column, title, unknown, "", "");
    }

    /**
     * SQL of what a member is called: its name, else its id.
     *
     * @param alias of the table that names the members, in {@link #join}
     * @param id SQL of the member's id
     */
    public String name(String alias, String id) {
        return names.isEmpty() ? id : "coalesce(nullif(trim(" + alias + ".name), ''), " + id + ")";
    }

    /** SQL that joins the table that {@link #name} reads; empty where the column holds the name. */
    public String join(String alias, String id) {
        return names.isEmpty() ? "" : " left join " + names + " " + alias + " on " + alias + "." + key + " = " + id;
    }
}
