-- One row per product and own location: the quantity on hand when the source was read, which is all that Odoo keeps.
select q.product_id                                as product_id,
       coalesce(l.complete_name, l.name)           as location,
       :as_of                                      as day,
       sum(q.quantity)                             as on_hand,
       max(q._source_file)                         as _source_file
from stock_quant q
join stock_location l on l.id = q.location_id and l.usage = 'internal'
group by q.product_id, coalesce(l.complete_name, l.name)
