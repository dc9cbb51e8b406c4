-- One row per look at a competitor's price.
select p.competitor_product_id    as competitor_product_id,
       p.observed_on              as observed_on,
       p.net_price                as price,
       p.is_promotion             as promotion,
       case p.origin_key
           when 'WEB' then 'web'
           when 'CAT' then 'catalogue'
           when 'CUS' then 'customer'
           else p.origin_key
       end                        as origin,
       p._source_file,
       p._source_line,
       if(p.deleted, 'soft-deleted', null) as _filter
from competitor_price p
