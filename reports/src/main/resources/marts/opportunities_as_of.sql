-- One row per opportunity as it stands at the end of :as_of, with the dimensions that the sales marts group by.
-- Closed after :as_of counts as open. Team: the one recorded with the deal, else the owner's. Region: the team's, else the
-- account's. Segment: the one recorded with the deal, else the account's.
--
-- grain:   opportunity_id
-- inputs:  crm.opportunities, crm.accounts, crm.users, crm.teams
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
--   outcome              won, lost or open
--   amount               [project currency] agreed when won, expected while open
--   probability          [fraction 0 to 1] chance of winning that the source states
--   created_date         day it was entered or engaged
--   stage_entered_date   day it entered its present stage
--   expected_close_date  promised close
--   close_date           day it was won or lost; empty while open, and where the source has no date
--   close_month          first day of the month of close_date
--   age_days             [days] from created_date to close_date, while open to :as_of; empty where that is unknown or
--                        less than zero
with today as (
    select *,
           if(closed_at >= :as_of_end, 'open', outcome)                   as outcome_as_of,
           if(closed_at >= :as_of_end, null, cast(closed_at as date))     as close_date,
           cast(created_at as date)                                       as created_date
    from crm.opportunities
),
aged as (
    select *,
           datediff(if(outcome_as_of = 'open', :as_of, close_date), created_date) as days
    from today
)
select o.opportunity_id,
       o.name                                          as opportunity_name,
       o.account_id,
       o.owner_id,
       coalesce(o.team_id, u.team_id)                  as team_id,
       coalesce(t.region, a.region)                    as region,
       o.product_id,
       o.competitor_id,
       coalesce(o.segment, a.segment)                  as segment,
       o.source,
       o.stage,
       o.outcome_as_of                                 as outcome,
       o.amount,
       o.probability,
       o.created_date,
       cast(o.stage_entered_at as date)                as stage_entered_date,
       o.expected_close_date,
       o.close_date,
       cast(trunc(o.close_date, 'MM') as date)         as close_month,
       if(o.days >= 0, o.days, null)                   as age_days
from aged o
left join crm.accounts a on a.account_id = o.account_id
left join crm.users    u on u.user_id = o.owner_id
left join crm.teams    t on t.team_id = coalesce(o.team_id, u.team_id)
