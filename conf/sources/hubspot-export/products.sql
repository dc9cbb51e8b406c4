-- One row per product of the library.
select id                as product_id,
       name              as name,
       family            as family,
       price             as list_price,
       unit_cost         as unit_cost,
       :source_currency  as _currency,
       _source_file,
       _source_line,
       if(is_deleted or _fivetran_deleted, 'soft-deleted', null) as _filter
from product
