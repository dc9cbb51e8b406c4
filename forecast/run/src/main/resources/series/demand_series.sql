-- Units of a product that were ordered in each month that ended on or before :as_of and had any. Where the sources have no
-- lines of orders at all, the lines of opportunities won stand in, in the month of closing.
--
-- grain:   product_id, month
-- inputs:  crm.orders, crm.order_lines, crm.opportunities, crm.opportunity_products
-- columns:
--   product_id   [products] product
--   month        first day of the month
--   units        [units] units ordered
with asked as (
    select l.product_id, cast(o.ordered_at as date) as day, l.quantity
    from crm.order_lines l
    join crm.orders o on o.order_id = l.order_id
    where not coalesce(o.status = 'cancelled', false)
    union all
    select l.product_id, cast(o.closed_at as date), l.quantity
    from crm.opportunity_products l
    join crm.opportunities o on o.opportunity_id = l.opportunity_id
    where o.outcome = 'won' and not exists (select 1 from crm.order_lines)
)
select product_id,
       cast(trunc(day, 'MM') as date)   as month,
       sum(quantity)                    as units
from asked
where product_id is not null and last_day(day) <= :as_of
group by product_id, trunc(day, 'MM')
