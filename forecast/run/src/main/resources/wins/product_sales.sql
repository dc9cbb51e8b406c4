-- What was ordered of each product in a month, and at which price: one row per product and month with an order that was not
-- cancelled, over the 36 complete months that end with :as_of. The list price is the one on the first day of the month.
--
-- grain:   product_id, month
-- inputs:  crm.orders, crm.order_lines, crm.products, crm.price_list, crm.promotions
-- columns:
--   product_id    [products] product
--   family        product line
--   month         first day of the month
--   quantity      [units] ordered
--   price         [project currency per unit] paid, of the month's average unit
--   cost          [project currency per unit] of the month's average unit
--   list_price    [project currency per unit] list price
--   is_promoted   the product was in a promotion on most days of the month
with sold as (
    select l.product_id,
           cast(trunc(o.ordered_at, 'MM') as date)   as month,
           sum(l.quantity)                           as quantity,
           sum(l.quantity * l.unit_price)            as paid,
           sum(l.quantity * l.unit_cost)             as spent
    from crm.order_lines l
    join crm.orders o on o.order_id = l.order_id
    where coalesce(o.status, '') <> 'cancelled'
      and l.product_id is not null and l.quantity > 0 and l.unit_price > 0
      and cast(o.ordered_at as date) >= add_months(trunc(:as_of, 'MM'), -36)
      and last_day(o.ordered_at) <= :as_of
    group by l.product_id, trunc(o.ordered_at, 'MM')
),
listed as (
    select product_id, month, price
    from (select s.product_id, s.month, p.price,
                 row_number() over (partition by s.product_id, s.month order by p.valid_from desc) as place
          from sold s
          join crm.price_list p
            on p.product_id = s.product_id and p.valid_from <= s.month and coalesce(p.valid_to, s.month) >= s.month)
    where place = 1
),
promoted as (
    select s.product_id,
           s.month,
           sum(datediff(least(p.ends_on, last_day(s.month)), greatest(p.starts_on, s.month)) + 1) as days
    from sold s
    join crm.promotions p
      on p.product_id = s.product_id and p.starts_on <= last_day(s.month) and p.ends_on >= s.month
    group by s.product_id, s.month
)
select s.product_id,
       coalesce(r.family, '')                                             as family,
       s.month,
       cast(s.quantity as double)                                         as quantity,
       cast(s.paid / s.quantity as double)                                as price,
       cast(s.spent / s.quantity as double)                               as cost,
       cast(l.price as double)                                            as list_price,
       coalesce(q.days * 2 > day(last_day(s.month)), false)               as is_promoted
from sold s
left join crm.products r on r.product_id = s.product_id
left join listed l on l.product_id = s.product_id and l.month = s.month
left join promoted q on q.product_id = s.product_id and q.month = s.month
