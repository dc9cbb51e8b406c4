package org.kvartal.reports.document;

/** How far the inputs of a section or of the whole report can be trusted. */
public enum Grade {
    /** Complete, valid and fresh. */
    A,
    /** Small gaps that do not move the message. */
    B,
    /** Gaps that may move single numbers. */
    C,
    /** Only the direction can be relied on. */
    D
}
