package org.kvartal.jobs.demo;

/**
 * What becomes of requests beside being resolved.
 *
 * @param reopenedShare of those resolved: the customer is not content, and the request takes a fifth of its time more
 * @param autoClosedShareOfWaiting of those that wait for the customer: no answer ever comes
 * @param autoCloseDays after so many days without an answer a rule closes them
 * @param lateHandOverShare of those handed over: only after the first answer
 */
public record RequestFates(
        double reopenedShare, double autoClosedShareOfWaiting, int autoCloseDays, double lateHandOverShare) {}
