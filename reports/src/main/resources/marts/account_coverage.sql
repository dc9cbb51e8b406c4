-- How well each account is looked after: one row per account, with what was done in the last twelve months.
-- Neglected: it bought within twelve months or has an open opportunity, and nothing was done with it for 90 days. Where the
-- source has no activities at all nobody is called neglected.
--
-- grain:   account_id
-- inputs:  crm.accounts, crm.activities, mart.opportunities_as_of
-- columns:
--   account_id           [accounts] account
--   owner_id             [users] who looks after it
--   region               sales region
--   segment              tier of the account
--   open_count           [opportunities] open opportunities
--   open_amount          [project currency] sum of their amounts
--   won_amount           [project currency] won in the last twelve months
--   done_count           [activities] done in the last twelve months
--   visit_count          [activities] of them visits
--   planned_count        [activities] planned and not yet done or cancelled
--   last_activity_date   day of the last activity done
--   idle_days            [days] since then; empty where nothing was ever done
--   neglected            it buys or may buy, and nothing is done
with deals as (
    select account_id,
           count_if(outcome = 'open')                                                                as open_count,
           sum(amount) filter (where outcome = 'open')                                               as open_amount,
           sum(amount) filter (where outcome = 'won' and close_date > add_months(:as_of, -12))       as won_amount
    from mart.opportunities_as_of
    group by account_id
),
dealings as (
    select account_id,
           count_if(done_at is not null and cast(done_at as date) > add_months(:as_of, -12))         as done_count,
           count_if(kind = 'visit' and cast(done_at as date) > add_months(:as_of, -12))              as visit_count,
           count_if(done_at is null)                                                                 as planned_count,
           max(cast(done_at as date))                                                                as last_day
    from (select account_id, kind, if(done_at < :as_of_end, done_at, null) as done_at
          from crm.activities
          where not coalesce(status = 'cancelled', false) and account_id is not null)
    group by account_id
)
select a.account_id,
       a.owner_id,
       a.region,
       a.segment,
       coalesce(d.open_count, 0)                                                       as open_count,
       coalesce(d.open_amount, 0)                                                      as open_amount,
       coalesce(d.won_amount, 0)                                                       as won_amount,
       coalesce(c.done_count, 0)                                                       as done_count,
       coalesce(c.visit_count, 0)                                                      as visit_count,
       coalesce(c.planned_count, 0)                                                    as planned_count,
       c.last_day                                                                      as last_activity_date,
       datediff(:as_of, c.last_day)                                                    as idle_days,
       (coalesce(d.open_count, 0) > 0 or coalesce(d.won_amount, 0) > 0)
           and coalesce(datediff(:as_of, c.last_day) > 90, true)
           and exists (select 1 from crm.activities)                                   as neglected
from crm.accounts a
left join deals d    on d.account_id = a.account_id
left join dealings c on c.account_id = a.account_id
