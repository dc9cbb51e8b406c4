package org.kvartal.ingest.sql;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SqlQueryTest {
    private static final SqlQuery QUERY = new SqlQuery("example.sql", """
            with recent as (select * from crm.orders where ordered_at < :as_of_end),
                 Largest as (select max(amount) as amount from recent)
            select o.*, (select count(*) from lake.crm.users u where u.user_id = o.owner_id) as users
            from recent o join largest using (amount)
            where exists (select 1 from crm.accounts a where a.account_id = o.account_id and a.created_at < :since)
              and 'from crm.teams where :none' <> o.status -- crm.products :nothing
            union all select * from old_orders
            """);

    @Test
    void readsTheTablesOfSubqueriesAndWithClausesButNotTheirNames() {
        assertThat(QUERY.relations()).containsExactly("crm.accounts", "crm.orders", "lake.crm.users", "old_orders");
    }

    @Test
    void takesTheParametersOutsideTextsAndComments() {
        assertThat(QUERY.parameters()).containsExactly("as_of_end", "since");
    }
}
