-- One row per product. The list price is the one of the standard price book; where price books are not exported, the one
-- price that all of them agree on.
with keyed as (
    select *,
           transform(array(id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from product_2
),
entry as (
    select *,
           transform(array(product_2_id, pricebook_2_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from pricebook_entry
    where coalesce(is_active, true) and not coalesce(is_deleted or _fivetran_deleted or not _fivetran_active, false)
),
book as (
    select transform(array(id), key -> if(
        key not rlike '^[A-Za-z0-9]{15}$',
        key,
        concat(key, array_join(transform(array(1, 6, 11), start -> substr(
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
            1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
            1)), ''))))[0] as book_id,
           bool_or(is_standard)     as is_standard
    from pricebook_2
    group by all
),
price as (
    select e.ids[0]                                                       as product_id,
           coalesce(e.currency_iso_code, :source_currency)                as currency,
           max(if(b.is_standard, e.unit_price, null))                     as standard_price,
           if(count(distinct e.unit_price) = 1, min(e.unit_price), null)  as only_price
    from entry e
    left join book b on b.book_id = e.ids[1]
    group by all
),
list_price as (
    select product_id,
           min_by(struct(currency, coalesce(standard_price, only_price) as price),
                  struct(currency <> :source_currency, currency))         as listed
    from price
    where coalesce(standard_price, only_price) is not null
    group by product_id
)
select p.ids[0]                        as product_id,
       p.name                          as name,
       p.family                        as family,
       l.listed.price                  as list_price,
       p.quantity_unit_of_measure      as unit,
       p.is_active                     as active,
       l.listed.currency               as _currency,
       p._source_file,
       p._source_line,
       case
           when not p._fivetran_active then 'superseded'
           when p.is_deleted or p._fivetran_deleted then 'soft-deleted'
       end as _filter,
       if(p.id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed p
left join list_price l on l.product_id = p.ids[0]
