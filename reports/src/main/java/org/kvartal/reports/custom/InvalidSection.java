package org.kvartal.reports.custom;

/** A section that cannot be written as its files stand; the message names the file and the line. */
public final class InvalidSection extends RuntimeException {
    InvalidSection(String place, String problem) {
        super(place + ": " + problem);
    }
}
