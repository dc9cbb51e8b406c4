package org.kvartal.forecast.request;

/**
 * What a request spends its time on. Every moment from its arrival to its end belongs to one part; where two would do, the
 * first in this order has it.
 */
public enum Part {
    /** From when it was first resolved until its end, if it was opened again after that. */
    REOPENED,
    /** The customer is to answer. */
    WAITING,
    /** Nobody has answered or changed its status yet. */
    BEFORE_TOUCH,
    /**
     * From a change of agent or team until the next change that its record keeps: too long where agents work without
     * leaving a trace.
     */
    HAND_OVER,
    /** All the rest: it is worked on, or queues at its agent. */
    WORK
}
