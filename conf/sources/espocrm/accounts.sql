-- One row per account. Its type (customer, partner, ...) is its segment; EspoCRM has no sales regions, revenues or head
-- counts.
select a.id                                                        as account_id,
       a.name                                                      as name,
       a.type                                                      as segment,
       a.industry                                                  as industry,
       a.billing_address_country                                   as country,
       a.assigned_user_id                                          as owner_id,
       a.created_at                                                as created_at,
       a._source_file,
       a._source_line,
       if(a.deleted = 1, 'soft-deleted', null)                     as _filter
from account a
