-- One row per product line of an order.
with keyed as (
    select *,
           transform(array(id, order_id, product_2_id, pricebook_entry_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from order_item
),
entry as (
    select transform(array(id), key -> if(
        key not rlike '^[A-Za-z0-9]{15}$',
        key,
        concat(key, array_join(transform(array(1, 6, 11), start -> substr(
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
            1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
            1)), ''))))[0] as entry_id,
           max(transform(array(product_2_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), ''))))[0]) as product_id
    from pricebook_entry
    group by all
),
head as (
    select transform(array(id), key -> if(
        key not rlike '^[A-Za-z0-9]{15}$',
        key,
        concat(key, array_join(transform(array(1, 6, 11), start -> substr(
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
            1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
            1)), ''))))[0] as order_id,
           max(currency_iso_code)                                                  as currency,
           max(coalesce(cast(activated_date as date), try_cast(effective_date as date)))   as day
    from sales_order
    group by all
)
select l.ids[1]                                                                    as order_id,
       row_number() over (partition by l.ids[1] order by l.order_item_number, l.ids[0], l._source_line)   as line,
       coalesce(l.ids[2], e.product_id)                                            as product_id,
       l.quantity                                                                  as quantity,
       l.unit_price                                                                as unit_price,
       coalesce(l.total_price, cast(l.quantity * l.unit_price as decimal(18, 2)))  as amount,
       coalesce(l.currency_iso_code, h.currency, :source_currency)                 as _currency,
       coalesce(h.day, :as_of)                                                     as _rate_day,
       l._source_file,
       l._source_line,
       case
           when not l._fivetran_active then 'superseded'
           when l.is_deleted or l._fivetran_deleted then 'soft-deleted'
       end as _filter,
       if(l.order_id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed l
left join entry e on e.entry_id = l.ids[3]
left join head h on h.order_id = l.ids[1]
