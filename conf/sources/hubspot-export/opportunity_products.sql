-- One row per line item of a deal. Line items of no deal belong to quotes alone and are left out.
with link as (
    select gone, min(stays) as stays
    from (select merged_deal_id as gone, deal_id as stays from merged_deal
          union all
          select trim(part), deal_id from deal lateral view explode(split(merged_object_ids, ';')) as part)
    where gone not in ('', stays)
    group by gone
),
merged_deals as (
    select a.gone, coalesce(c.stays, b.stays, a.stays) as stays
    from link a
    left join link b on b.gone = a.stays
    left join link c on c.gone = b.stays
),
deal_of as (
    select line_item_id,
           min(deal_id) as deal_id
    from line_item_deal
    where not coalesce(_fivetran_deleted, false)
    group by line_item_id
),
placed as (
    select i.*,
           coalesce(m.stays, i.deal_id, o.deal_id) as deal_key
    from line_item i
    left join deal_of o on o.line_item_id = i.id
    left join merged_deals m on m.gone = coalesce(i.deal_id, o.deal_id)
)
select deal_key                                                                   as opportunity_id,
       row_number() over (partition by deal_key order by try_cast(id as bigint), id, _source_line)   as line,
       product_id                                                                 as product_id,
       quantity                                                                   as quantity,
       price                                                                      as unit_price,
       coalesce(amount, cast(quantity * price as decimal(18, 2)))                 as amount,
       coalesce(currency_code, :source_currency)                                  as _currency,
       _source_file,
       _source_line,
       case
           when is_deleted or _fivetran_deleted then 'soft-deleted'
           when deal_key is null then 'without-deal'
       end                                                                        as _filter
from placed
