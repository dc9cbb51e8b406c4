package org.kvartal.jobs.notify;

/** Sends messages to one place. */
interface Sender {
    /** Which server or file; messages to one place wait for each other. */
    String place();

    void send(Message message) throws Undelivered;
}
