-- One row per line of an order.
select l.order_id                      as order_id,
       l.line_no                       as line,
       l.product_id                    as product_id,
       cast(l.quantity as double)      as quantity,
       l.unit_price_base               as unit_price,
       l.unit_cost_base                as unit_cost,
       l.amount_base                   as amount,
       l._source_file,
       l._source_line,
       if(l.deleted, 'soft-deleted', null) as _filter
from sales_order_line l
