-- Bookings of a unit in each month that ended on or before :as_of and had any.
--
-- grain:   scope, member, month
-- inputs:  crm.opportunities
-- columns:
--   scope        total or product
--   member       the product's id; empty for the total
--   month        first day of the month the opportunity closed
--   won_amount   [project currency] sum of the amounts won
with won as (
  select coalesce(product_id, '')                             as product,
         cast(trunc(cast(closed_at as date), 'MM') as date)   as month,
         coalesce(amount, 0)                                  as amount
  from crm.opportunities
  where outcome = 'won' and last_day(cast(closed_at as date)) <= :as_of
)
select if(grouping(product) = 1, 'total', 'product')   as scope,
       if(grouping(product) = 1, '', product)          as member,
       month,
       sum(amount)                                     as won_amount
from won
group by grouping sets ((month), (product, month))
