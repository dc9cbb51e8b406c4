-- Whom to call about which product: one row per customer and product that was bought at least three times and may be
-- bought again within 30 days, or should have been, by customers who more likely than not still buy it. Stock is given out
-- in the order of the expected dates: what is left for a row is on_hand_units less what the rows before it take.
--
-- grain:   account_id, product_id
-- inputs:  forecast.replenishments, mart.stock_cover, crm.accounts
-- columns:
--   account_id       [accounts] customer
--   product_id       [products] product
--   owner_id         [users] who looks after the customer
--   purchase_count   [days] days on which it was bought
--   usual_days       [days] usual gap between purchases
--   last_day         last purchase
--   next_day         expected day of the next one, after :as_of
--   next_low         before it with 10 %
--   next_high        after it with 10 %
--   overdue          [fraction 0 to 1] share of the customer's gaps that would be over by now
--   active           [fraction 0 to 1] probability that the customer still buys the product
--   due_30_days      [fraction 0 to 1] probability of a purchase within 30 days
--   quantity         [units] units expected; empty if unknown
--   amount           [project currency] amount expected of one purchase
--   due_amount       [project currency] of it times the probability of a purchase within 30 days
--   risk_amount      [project currency] amount a year times the probability that the customer has stopped
--   is_overdue       more than nine in ten of the customer's gaps would be over by now
--   on_hand_units    [units] in stock; empty where no stock is kept
--   left_units       [units] left of it for this row; empty where no stock is kept or units are unknown
--   stock            enough, short, or unknown
with called as (
    select r.*,
           a.owner_id,
           s.on_hand_units,
           s.on_hand_units - coalesce(sum(r.quantity) over (
               partition by r.product_id
               order by r.next_day, r.account_id
               rows between unbounded preceding and 1 preceding), 0)       as left_units
    from forecast.replenishments r
    left join crm.accounts a       on a.account_id = r.account_id
    left join mart.stock_cover s   on s.product_id = r.product_id
    where r.basis = 'own gaps' and r.active >= 0.5 and r.next_day <= date_add(:as_of, 30)
)
select account_id,
       product_id,
       owner_id,
       purchase_count,
       usual_days,
       last_day,
       next_day,
       next_low,
       next_high,
       overdue,
       active,
       due_30_days,
       quantity,
       amount,
       cast(amount * due_30_days as decimal(18, 2))                        as due_amount,
       risk_amount,
       overdue > 0.9                                                       as is_overdue,
       on_hand_units,
       if(quantity is null, null, greatest(left_units, 0))                as left_units,
       case
           when on_hand_units is null or quantity is null then 'unknown'
           when left_units >= quantity then 'enough'
           else 'short'
       end                                                                 as stock
from called
