-- One row per owner and month with a quota or a win: what was to be booked and what was booked.
-- Future months carry their quota and nothing booked. Without a quota, quota_amount is empty, not 0.
--
-- grain:   month, owner_id
-- inputs:  crm.quotas, mart.bookings_by_month
-- drill:   mart.bookings_by_month by month, owner_id
-- columns:
--   month         first day of the month; empty for wins without a closing date
--   owner_id      [users] owner
--   quota_amount  [project currency] bookings agreed
--   won_amount    [project currency] sum of the amounts won
with facts as (
    select month, owner_id, amount as quota_amount, null as won_amount from crm.quotas
    union all
    select month, owner_id, null, won_amount from mart.bookings_by_month
)
select month,
       owner_id,
       sum(quota_amount)             as quota_amount,
       coalesce(sum(won_amount), 0)  as won_amount
from facts
group by month, owner_id
