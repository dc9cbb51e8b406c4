-- One row per fixed price for any quantity in the first price list, and one derived row for each further variant that a
-- price for all variants holds for. Rules with discounts and formulas are prices for somebody, not list prices. A price
-- without a first day holds from the day it was entered.
with first_list as (
    select min_by(id, struct(not coalesce(active, true), coalesce(sequence, 0), id)) as id
    from product_pricelist
),
variant as (
    select id,
           product_tmpl_id,
           row_number() over (partition by product_tmpl_id order by not coalesce(active, false), id) as place
    from product_product
),
priced as (
    select i.*,
           m.name as currency,
           coalesce(cast(i.date_start as date), cast(i.create_date as date)) as valid_from,
           case
               when i.pricelist_id <> first_list.id then 'other-price-list'
               when i.compute_price <> 'fixed' then 'discount-or-formula'
               when i.product_id is null and i.product_tmpl_id is null then 'not-of-a-product'
               when coalesce(i.min_quantity, 0) > 1 then 'price-for-quantity'
           end as left_out
    from product_pricelist_item i
    cross join first_list
    left join product_pricelist l on l.id = i.pricelist_id
    left join res_currency m on m.id = l.currency_id
)
select coalesce(i.product_id, variant.id)      as product_id,
       i.valid_from                            as valid_from,
       cast(i.date_end as date)                as valid_to,
       i.fixed_price                           as price,
       i.currency                              as _currency,
       i.valid_from                            as _rate_day,
       i._source_file,
       i._source_line,
       i.left_out                              as _filter,
       false                                   as _derived
from priced i
left join variant on i.product_id is null and variant.product_tmpl_id = i.product_tmpl_id and variant.place = 1
union all
select variant.id, i.valid_from, cast(i.date_end as date), i.fixed_price, i.currency, i.valid_from,
       i._source_file, i._source_line, null, true
from priced i
join variant on variant.product_tmpl_id = i.product_tmpl_id and variant.place > 1
where i.product_id is null and i.left_out is null
