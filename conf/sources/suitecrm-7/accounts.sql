-- One row per account. Revenue and head count are free text in SuiteCRM: what is no number is left out. The type of an
-- account (customer, partner, ...) is its segment; SuiteCRM has no sales regions.
select a.id                                                        as account_id,
       a.name                                                      as name,
       a.account_type                                              as segment,
       a.industry                                                  as industry,
       a.billing_address_country                                   as country,
       try_cast(regexp_replace(a.annual_revenue, '[ ,]', '') as double) / 1000000 as annual_revenue,
       try_cast(regexp_replace(a.employees, '[ ,]', '') as bigint) as employees,
       p.id                                                        as parent_account_id,
       a.assigned_user_id                                          as owner_id,
       a.date_entered                                              as created_at,
       a._source_file,
       a._source_line,
       if(a.deleted = 1, 'soft-deleted', null)                     as _filter
from accounts a
left join accounts p on p.id = a.parent_id and coalesce(p.deleted, 0) = 0
