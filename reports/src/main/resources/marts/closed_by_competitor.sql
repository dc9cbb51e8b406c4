-- One row per competitor and month of closing: the opportunities in which it was met.
-- Open ones stand under an empty month, opportunities without a known competitor under an empty competitor. An
-- opportunity with two competitors counts for each: the rows do not add up over competitors.
-- contested_count = won_count + lost_count + open_count.
--
-- grain:   month, competitor_id
-- inputs:  mart.opportunities_as_of, crm.opportunity_competitors
-- columns:
--   month            first day of the month of closing; empty while open
--   competitor_id    [competitors] competitor; empty when none is known
--   contested_count  [opportunities] opportunities
--   won_count        [opportunities] of them won
--   lost_count       [opportunities] of them lost
--   open_count       [opportunities] of them open
--   won_amount       [project currency] sum of the amounts won
--   lost_amount      [project currency] sum of the amounts lost, as far as the source keeps them
--   open_amount      [project currency] sum of the amounts expected
with met as (
    select opportunity_id, competitor_id from crm.opportunity_competitors
    union
    select opportunity_id, competitor_id from mart.opportunities_as_of where competitor_id is not null
)
select o.close_month                                                as month,
       m.competitor_id,
       count(*)                                                     as contested_count,
       count_if(o.outcome = 'won')                                  as won_count,
       count_if(o.outcome = 'lost')                                 as lost_count,
       count_if(o.outcome = 'open')                                 as open_count,
       coalesce(sum(o.amount) filter (where o.outcome = 'won'), 0)  as won_amount,
       coalesce(sum(o.amount) filter (where o.outcome = 'lost'), 0) as lost_amount,
       coalesce(sum(o.amount) filter (where o.outcome = 'open'), 0) as open_amount
from mart.opportunities_as_of o
left join met m on m.opportunity_id = o.opportunity_id
group by o.close_month, m.competitor_id
