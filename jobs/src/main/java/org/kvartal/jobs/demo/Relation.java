package org.kvartal.jobs.demo;

/** What an account is to the company. */
enum Relation {
    CUSTOMER,
    PROSPECT
}
