-- One row per order received until the end of :as_of: where it stands, how long it took, and whether it came when promised.
-- Delivered after :as_of is open. The data hold one delivery per order, so in full is taken from the delivery itself: what
-- is delivered in parts is late until its last part. line_amount tells whether the lines add up to the order.
--
-- grain:   order_id
-- inputs:  crm.orders, crm.order_lines
-- columns:
--   order_id          [orders] order
--   account_id        [accounts] who ordered
--   opportunity_id    [opportunities] the opportunity it came from
--   owner_id          [users] who is responsible
--   state             open, delivered or cancelled
--   amount            [project currency] value of the order
--   line_amount       [project currency] sum of its lines; empty without lines
--   ordered_date      day it was received
--   promised_date     promised delivery
--   delivered_date    actual delivery
--   lead_days         [days] from order to delivery; empty until then
--   late_days         [days] past the promise, on delivery or, while open, on :as_of; 0 in time, empty without a promise
--   on_time_in_full   delivered on or before the promised day; empty while open, cancelled or without a promise
--   age_days          [days] since it was received, while open
with lines as (
    select order_id, sum(amount) as amount
    from crm.order_lines
    group by order_id
),
states as (
    select *,
           if(status = 'delivered' or delivered_on is not null,
              if(coalesce(delivered_on <= :as_of, true), 'delivered', 'open'),
              if(status = 'cancelled', 'cancelled', 'open'))      as state
    from crm.orders
    where ordered_at < :as_of_end
),
today as (
    select *,
           case state when 'delivered' then delivered_on when 'open' then :as_of end   as until
    from states
)
select o.order_id,
       o.account_id,
       o.opportunity_id,
       o.owner_id,
       o.state,
       o.amount,
       l.amount                                                                                      as line_amount,
       cast(o.ordered_at as date)                                                                    as ordered_date,
       o.promised_on                                                                                 as promised_date,
       if(o.state = 'delivered', o.delivered_on, null)                                               as delivered_date,
       if(o.state = 'delivered', datediff(o.delivered_on, cast(o.ordered_at as date)), null)         as lead_days,
       if(o.promised_on is null or o.until is null, null,
          greatest(datediff(o.until, o.promised_on), 0))                                             as late_days,
       if(o.state = 'delivered', o.delivered_on <= o.promised_on, null)                              as on_time_in_full,
       if(o.state = 'open', datediff(:as_of, cast(o.ordered_at as date)), null)                      as age_days
from today o
left join lines l on l.order_id = o.order_id
