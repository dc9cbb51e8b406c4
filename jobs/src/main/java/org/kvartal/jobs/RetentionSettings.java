package org.kvartal.jobs;

import org.kvartal.ingest.settings.ConfigSection;

/**
 * Section {@code retention}: how long {@code kvartal clean} keeps what nights have left.
 *
 * @param releaseDays releases of so many days before the newest one are kept
 * @param monthEnds the last release of each of so many months is kept beyond that
 * @param snapshotDays states of the lake of dates that have no release any more
 * @param sentDays messages that were sent
 */
public record RetentionSettings(int releaseDays, int monthEnds, int snapshotDays, int sentDays) {
    private static final int MOST = 36_500;
    private static final int RELEASE_DAYS = 30;
    private static final int MONTH_ENDS = 24;
    private static final int SNAPSHOT_DAYS = 400;
    private static final int SENT_DAYS = 30;

    static RetentionSettings read(ConfigSection section) {
        return new RetentionSettings(
                section.integerFrom(1, MOST, "release-days", RELEASE_DAYS),
                section.integerFrom(0, MOST, "month-ends", MONTH_ENDS),
                section.integerFrom(1, MOST, "snapshot-days", SNAPSHOT_DAYS),
                section.integerFrom(1, MOST, "sent-days", SENT_DAYS));
    }
}
