package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.demo.Catalogue.Product;
import org.kvartal.jobs.demo.Customers.Account;
import org.kvartal.jobs.demo.Workforce.Seller;

/** The moment at which a sale begins: who might buy what, and which lead, if any, has led to it. */
record Opening(Instant at, Account account, Seller owner, Product product, Leads.@Nullable Conversion lead) {
    LocalDate day() {
        return WorkCalendar.dayOf(at);
    }
}
