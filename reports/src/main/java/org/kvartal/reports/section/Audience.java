package org.kvartal.reports.section;

/** Who reads, from those who see totals only to those who see single persons; each sees what the ones before it see. */
public enum Audience {
    BOARD,
    MANAGEMENT,
    TEAM;

    /** Whether a section for these readers may be shown to them. */
    public boolean mayRead(Audience level) {
        return level.compareTo(this) <= 0;
    }
}
