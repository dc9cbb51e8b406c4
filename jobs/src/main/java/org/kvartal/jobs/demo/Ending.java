package org.kvartal.jobs.demo;

/** How a sale ends. */
enum Ending {
    WON,
    /** Given up before an offer was made. */
    LOST_EARLY,
    LOST_LATE,
    /** Nobody works on it any more, and nobody says so until the list is tidied up. */
    STUCK
}
