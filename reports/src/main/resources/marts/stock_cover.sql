-- What is in stock of each product against what will be asked for: one row per product with stock or expected demand.
-- Cover in days is on_hand_units * demand_days / demand_units, taken where it is shown.
--
-- grain:   product_id
-- inputs:  crm.stock_levels, crm.opportunity_products, mart.opportunities_as_of, forecast.series_forecasts
-- columns:
--   product_id        [products] product
--   stock_date        latest day of which a stock is known, until :as_of; of each place its own latest
--   on_hand_units     [units] in all places; empty where no stock is kept
--   empty_days        [days] of the last 90 for which a stock is known and nothing was on hand in any place
--   known_days        [days] of the last 90 for which a stock is known
--   demand_units      [units] expected demand of the months to come that are forecast
--   demand_days       [days] length of these months
--   open_units        [units] offered in open opportunities
--   expected_units    [units] of them times the chance that the source states
--   out_of_stock      nothing is on hand
--   short_units       [units] expected_units beyond what is on hand; empty where no stock is kept
with days as (
    select product_id, day, sum(on_hand) as on_hand
    from crm.stock_levels
    where day <= :as_of
    group by product_id, day
),
latest as (
    select product_id, max(day) as day, sum(on_hand) as on_hand
    from (select product_id, location, max(day) as day, max_by(on_hand, day) as on_hand
          from crm.stock_levels
          where day <= :as_of
          group by product_id, location)
    group by product_id
),
empties as (
    select product_id, count(*) as known_days, count_if(on_hand <= 0) as empty_days
    from days
    where day > date_sub(:as_of, 90)
    group by product_id
),
demand as (
    select member                                                      as product_id,
           cast(sum(mean) as double)                                   as units,
           datediff(add_months(max(month), 1), min(month))             as days
    from forecast.series_forecasts
    where measure = 'demand' and scope = 'product' and mean is not null
    group by member
),
open as (
    select l.product_id,
           sum(l.quantity)                   as units,
           sum(l.quantity * o.probability)   as expected_units
    from crm.opportunity_products l
    join mart.opportunities_as_of o on o.opportunity_id = l.opportunity_id and o.outcome = 'open'
    group by l.product_id
),
products as (
    select product_id from latest
    union
    select product_id from demand
)
select p.product_id,
       s.day                                                        as stock_date,
       s.on_hand                                                    as on_hand_units,
       coalesce(e.empty_days, 0)                                    as empty_days,
       coalesce(e.known_days, 0)                                    as known_days,
       d.units                                                      as demand_units,
       d.days                                                       as demand_days,
       coalesce(o.units, 0)                                        as open_units,
       coalesce(o.expected_units, 0)                               as expected_units,
       s.on_hand <= 0                                               as out_of_stock,
       if(s.on_hand is null, null,
          greatest(coalesce(o.expected_units, 0) - s.on_hand, 0)) as short_units
from products p
left join latest s   on s.product_id = p.product_id
left join empties e  on e.product_id = p.product_id
left join demand d   on d.product_id = p.product_id
left join open o     on o.product_id = p.product_id
