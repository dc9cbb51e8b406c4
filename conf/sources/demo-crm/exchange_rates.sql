-- One row per currency and working day. The CRM keeps units for one euro; a rate here is euros for one unit.
select c.iso_code                                      as currency,
       x.rate_date                                     as day,
       cast(1 / x.units_per_base as decimal(20, 10))   as rate,
       x._source_file,
       x._source_line,
       if(x.deleted, 'soft-deleted', null) as _filter
from exchange_rate x
left join currency c on c.id = x.currency_id
