-- One row per order.
select o.id                as order_id,
       o.account_id        as account_id,
       o.opportunity_id    as opportunity_id,
       o.owner_id          as owner_id,
       case o.status_key
           when 'OPN' then 'open'
           when 'DLV' then 'delivered'
           when 'CAN' then 'cancelled'
           else o.status_key
       end                 as status,
       o.total_base        as amount,
       o.ordered_at        as ordered_at,
       o.promised_on       as promised_on,
       o.delivered_on      as delivered_on,
       o._source_file,
       o._source_line,
       if(o.deleted, 'soft-deleted', null) as _filter
from sales_order o
