-- One row per open opportunity, with what tells whether it is alive.
-- Stuck: longer in its stage than 95 % of the stays that end by moving on or by winning, stays that go on reckoned in
-- (forecast.stage_velocity), and nothing done about it for 30 days. Where stages are not known for so long, or too few deals
-- went through them, its age stands in: older than 95 % of the opportunities won were when they closed. Fewer than 20 cases
-- give no limit, because their P95 is their maximum.
--
-- grain:   opportunity_id
-- inputs:  mart.opportunities_as_of, forecast.stage_velocity, crm.activities
-- columns:
--   opportunity_id       [opportunities] opportunity
--   opportunity_name     name as the source has it
--   account_id           [accounts] customer
--   owner_id             [users] owner
--   team_id              [teams] team
--   region               sales region
--   product_id           [products] main product
--   competitor_id        [competitors] main competitor known
--   segment              customer segment
--   source               how the opportunity arose
--   stage                stage as the source names it
--   amount               [project currency] expected amount
--   probability          [fraction 0 to 1] chance of winning that the source states
--   created_date         day it was entered or engaged
--   expected_close_date  promised close
--   age_days             [days] since created_date
--   stage_days           [days] since it entered its stage; empty where the source does not say
--   overdue              the promised close has passed
--   overdue_days         [days] past the promised close; 0 until then, empty without a promise
--   last_activity_date   day of the last activity done
--   age_limit_days       [days] P95 of the age of the opportunities won
--   stage_limit_days     [days] P95 of the stays in its stage that end by moving on or by winning
--   stuck                beyond the limit of its stage, else of age, and nothing done for 30 days
--   stuck_reason         stage or age: which limit; empty unless stuck
with age_limit as (
    select if(count(age_days) >= 20, percentile_cont(0.95) within group (order by age_days), null) as days
    from mart.opportunities_as_of
    where outcome = 'won'
),
stage_limit as (
    select stage, p95_days as days
    from forecast.stage_velocity
    where exit = 'onward'
),
last_activity as (
    select opportunity_id, max(cast(done_at as date)) as day
    from crm.activities
    where done_at < :as_of_end
    group by opportunity_id
),
measured as (
    select o.*,
           if(o.stage_entered_date <= :as_of, datediff(:as_of, o.stage_entered_date), null) as stage_days,
           greatest(datediff(:as_of, o.expected_close_date), 0)                             as past_days,
           l.day                                                                            as last_activity_date,
           a.days                                                                           as age_limit_days,
           s.days                                                                           as stage_limit_days
    from mart.opportunities_as_of o
    cross join age_limit a
    left join stage_limit s on s.stage = o.stage
    left join last_activity l on l.opportunity_id = o.opportunity_id
    where o.outcome = 'open'
),
judged as (
    select *,
           case
               when last_activity_date > date_sub(:as_of, 30) then null
               when stage_days > stage_limit_days then 'stage'
               when stage_days is not null and stage_limit_days is not null then null
               when age_days > age_limit_days then 'age'
           end as stuck_reason
    from measured
)
select opportunity_id,
       opportunity_name,
       account_id,
       owner_id,
       team_id,
       region,
       product_id,
       competitor_id,
       segment,
       source,
       stage,
       amount,
       probability,
       created_date,
       expected_close_date,
       age_days,
       stage_days,
       coalesce(past_days > 0, false)                                            as overdue,
       if(expected_close_date is null, null, past_days)                          as overdue_days,
       last_activity_date,
       age_limit_days,
       stage_limit_days,
       stuck_reason is not null                                                  as stuck,
       stuck_reason
from judged
