package org.kvartal.jobs.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the company wants of its CRM and has decided, as files beside the database: no CRM keeps that. Of the decisions one is
 * overdue, one is yet to be taken and one asked for after the last night, which no report may know.
 */
final class Programme {
    static final String GOALS = """
            goal_id,goal,metric,dataset,filter,day_column,window_months,unit,target,better,set_on,due_on,owner,closed_on
            G1,Win three of ten deals closed,win_rate,,,,12,,0.30,higher,2026-01-12,2026-12-31,Head of Sales,
            G2,Train four in five of those who work with the CRM,training_coverage_rate,,,,,,0.80,higher,2025-10-06,2026-03-31,Head of Human Resources,
            G3,Customers give 4.2 on average,mean_satisfaction,,,,3,,4.2,higher,2026-01-12,2026-09-30,Head of Service,
            G4,Resolve requests within 40 hours,mean_handling_hours,,,,3,,40,lower,2026-01-12,2026-06-30,Head of Service,
            G5,Book 45 million in twelve months,sum(won_amount),mart.bookings_by_month,,month,12,project currency,45000000,higher,2025-10-06,2026-03-31,Managing director,
            """;
    static final String DECISIONS = """
            decision_id,decision,rule,asked_on,owner,due_on,taken_on,taken,expected,metric,dataset,filter,day_column,unit,better,closed_on
            D1,Give the course Guided diagnosis to all of service,training-coverage,2025-07-14,Head of Service,2025-09-30,2025-09-08,Yes: in three waves,Handling times fall by a quarter,mean_handling_hours,,,,,lower,
            D2,Let the head of sales approve discounts above 15 %,discounts,2026-01-20,Head of Sales,2026-02-28,2026-02-10,Yes: from March on,Discounts fall by two points,discount_depth,,,last_sent_date,,lower,
            D3,Name who answers for the data of the CRM,data-quality,2026-01-20,Managing director,2026-03-31,,,,,,,,,,
            D4,Choose how to answer the rival that we lose most to,rival,2026-04-21,Head of Sales,2026-06-30,,,,,,,,,,
            D5,Extend the contract with the supplier of the CRM,,2026-06-15,Managing director,2026-09-30,,,,,,,,,,
            """;

    private Programme() {}

    static void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("goals.csv"), GOALS);
        Files.writeString(folder.resolve("decisions.csv"), DECISIONS);
    }
}
