-- The two states that the ledgers of the pipeline and of the outlook compare: one row per opportunity that on the last
-- published night or on this one is open or counts in the outlook, or that has come since. On the first night there is
-- nothing to compare and no row.
-- Before is the last published night, after this one; an outcome is empty where the opportunity is not there. Regions and
-- segments follow the rules of opportunities_as_of, with today's teams and accounts on both sides. No amount counts as 0.
-- The outlook is that of the quarter which the earlier night looked at; once the quarter is over it is what was booked.
-- Runs in Spark and in DuckDB: the ledger between any two dates is this file on other states.
--
-- grain:   opportunity_id
-- inputs:  previous.opportunities, previous.quarter_outlook, crm.opportunities, crm.accounts, crm.users, crm.teams,
--          forecast.deal_outlook, forecast.quarter_outlook
-- columns:
--   opportunity_id          [opportunities] opportunity
--   before_outcome          won, lost or open
--   before_owner_id         [users] owner
--   before_region           sales region
--   before_product_id       [products] main product
--   before_segment          customer segment
--   before_stage            stage as the source names it
--   before_promised_date    promised close
--   before_month            first day of the promised month
--   before_close_date       day it was won or lost
--   before_amount           [project currency] expected while open, agreed when won
--   before_win_in_quarter   [fraction 0 to 1] chance of being won in the quarter
--   before_outlook_amount   [project currency] what it adds to the outlook: amount times chance, or won in the quarter
--   after_outcome           the same of this night
--   after_owner_id          [users] owner
--   after_region            sales region
--   after_product_id        [products] main product
--   after_segment           customer segment
--   after_stage             stage as the source names it
--   after_promised_date     promised close
--   after_month             first day of the promised month
--   after_close_date        day it was won or lost
--   after_amount            [project currency] expected while open, agreed when won
--   after_win_in_quarter    [fraction 0 to 1] chance of being won in the quarter
--   after_outlook_amount    [project currency] what it adds to the outlook: amount times chance, or won in the quarter
with quarter as (
    select least(b.first_day, a.first_day)                          as first_day,
           least(b.last_day, a.last_day)                            as last_day,
           b.first_day = least(b.first_day, a.first_day)            as before_looks,
           a.first_day = least(b.first_day, a.first_day)            as after_looks
    from (select min(first_day) as first_day, min(last_day) as last_day from previous.quarter_outlook) b
    cross join (select min(first_day) as first_day, min(last_day) as last_day from forecast.quarter_outlook) a
),
known as (
    select 'before' as night, opportunity_id, outcome, owner_id, team_id, account_id, product_id, segment, stage, amount,
           expected_close_date, closed_at, win_in_quarter
    from previous.opportunities
    union all
    select 'after', o.opportunity_id, case when o.closed_at >= :as_of_end then 'open' else o.outcome end, o.owner_id,
           o.team_id, o.account_id, o.product_id, o.segment, o.stage, o.amount, o.expected_close_date, o.closed_at,
           d.win_in_quarter
    from crm.opportunities o
    left join forecast.deal_outlook d on d.opportunity_id = o.opportunity_id
),
placed as (
    select k.night,
           k.opportunity_id,
           k.outcome,
           k.owner_id,
           coalesce(t.region, a.region)                                            as region,
           k.product_id,
           coalesce(k.segment, a.segment)                                          as segment,
           k.stage,
           k.expected_close_date                                                   as promised_date,
           cast(date_trunc('month', k.expected_close_date) as date)                as month,
           case when k.outcome <> 'open' then cast(k.closed_at as date) end        as close_date,
           coalesce(k.amount, 0)                                                   as amount,
           case when k.outcome = 'open' and (case k.night when 'before' then q.before_looks else q.after_looks end)
                then k.win_in_quarter end                                          as win_in_quarter,
           q.first_day,
           q.last_day
    from known k
    cross join quarter q
    left join crm.accounts a on a.account_id = k.account_id
    left join crm.users    u on u.user_id = k.owner_id
    left join crm.teams    t on t.team_id = coalesce(k.team_id, u.team_id)
),
states as (
    select *,
           cast(case when outcome = 'won' and close_date between first_day and last_day then amount
                     when win_in_quarter is not null
                         then cast(amount as decimal(20, 2)) * cast(win_in_quarter as decimal(10, 9))
                     else 0
                end as decimal(18, 2)) as outlook_amount
    from placed
),
compared as (
    select opportunity_id,
           max(outcome) filter (where night = 'before')           as before_outcome,
           max(owner_id) filter (where night = 'before')          as before_owner_id,
           max(region) filter (where night = 'before')            as before_region,
           max(product_id) filter (where night = 'before')        as before_product_id,
           max(segment) filter (where night = 'before')           as before_segment,
           max(stage) filter (where night = 'before')             as before_stage,
           max(promised_date) filter (where night = 'before')     as before_promised_date,
           max(month) filter (where night = 'before')             as before_month,
           max(close_date) filter (where night = 'before')        as before_close_date,
           max(amount) filter (where night = 'before')            as before_amount,
           max(win_in_quarter) filter (where night = 'before')    as before_win_in_quarter,
           max(outlook_amount) filter (where night = 'before')    as before_outlook_amount,
           max(outcome) filter (where night = 'after')            as after_outcome,
           max(owner_id) filter (where night = 'after')           as after_owner_id,
           max(region) filter (where night = 'after')             as after_region,
           max(product_id) filter (where night = 'after')         as after_product_id,
           max(segment) filter (where night = 'after')            as after_segment,
           max(stage) filter (where night = 'after')              as after_stage,
           max(promised_date) filter (where night = 'after')      as after_promised_date,
           max(month) filter (where night = 'after')              as after_month,
           max(close_date) filter (where night = 'after')         as after_close_date,
           max(amount) filter (where night = 'after')             as after_amount,
           max(win_in_quarter) filter (where night = 'after')     as after_win_in_quarter,
           max(outlook_amount) filter (where night = 'after')     as after_outlook_amount
    from states
    where exists (select 1 from previous.opportunities)
    group by opportunity_id
)
select *
from compared
where before_outcome is null
   or before_outcome = 'open'
   or after_outcome = 'open'
   or before_outlook_amount <> 0
   or after_outlook_amount <> 0
