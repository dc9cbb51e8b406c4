-- One row per product and count of its stock, every Friday.
select s.product_id                  as product_id,
       s.site_key                    as location,
       s.counted_on                  as day,
       cast(s.on_hand as double)     as on_hand,
       s._source_file,
       s._source_line,
       if(s.deleted, 'soft-deleted', null) as _filter
from stock_level s
