-- One row per product line of an opportunity, in the order in which they are shown.
with keyed as (
    select *,
           transform(array(id, opportunity_id, product_2_id, pricebook_entry_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from opportunity_line_item
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
deal as (
    select transform(array(id), key -> if(
        key not rlike '^[A-Za-z0-9]{15}$',
        key,
        concat(key, array_join(transform(array(1, 6, 11), start -> substr(
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
            1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
            1)), ''))))[0] as opportunity_id,
           max(currency_iso_code)   as currency
    from opportunity
    group by all
)
select l.ids[1]                                                                       as opportunity_id,
       row_number() over (partition by l.ids[1] order by l.sort_order nulls last, l.ids[0], l._source_line)   as line,
       coalesce(l.ids[2], e.product_id)                                               as product_id,
       l.quantity                                                                     as quantity,
       l.unit_price                                                                   as unit_price,
       coalesce(l.total_price, cast(l.quantity * l.unit_price as decimal(18, 2)))     as amount,
       coalesce(l.currency_iso_code, d.currency, :source_currency)                    as _currency,
       l._source_file,
       l._source_line,
       case
           when not l._fivetran_active then 'superseded'
           when l.is_deleted or l._fivetran_deleted then 'soft-deleted'
       end as _filter,
       if(l.opportunity_id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed l
left join entry e on e.entry_id = l.ids[3]
left join deal d on d.opportunity_id = l.ids[1]
