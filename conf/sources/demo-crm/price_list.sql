-- One row per product and period; a price may be entered before it holds.
select e.product_id    as product_id,
       e.valid_from    as valid_from,
       e.valid_to      as valid_to,
       e.unit_price    as price,
       e._source_file,
       e._source_line,
       if(e.deleted, 'soft-deleted', null) as _filter
from price_book_entry e
