-- One row per line of an opportunity, from the first offer on.
select l.opportunity_id                as opportunity_id,
       l.line_no                       as line,
       l.product_id                    as product_id,
       cast(l.quantity as double)      as quantity,
       l.unit_price_base               as unit_price,
       l.amount_base                   as amount,
       l._source_file,
       l._source_line,
       if(l.deleted, 'soft-deleted', null) as _filter
from opportunity_line l
