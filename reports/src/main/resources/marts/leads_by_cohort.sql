-- What became of the leads that arrived in a month, until :as_of: one row per month of arrival, source and campaign. A young
-- cohort is still being worked on: what is to be compared between cohorts counts only leads that were watched for as long.
--
-- grain:   created_month, source, campaign_id
-- inputs:  crm.leads, mart.opportunities_as_of
-- columns:
--   created_month              first day of the month in which the leads arrived
--   source                     how they arrived
--   campaign_id                [campaigns] campaign that brought them; empty when none is known
--   lead_count                 [leads] arrived
--   converted_count            [leads] of them became an opportunity
--   won_count                  [leads] of them became an opportunity that was won
--   lost_count                 [leads] of them became an opportunity that was lost
--   won_amount                 [project currency] sum of the amounts won
--   watched_90_count           [leads] arrived at least 90 days ago
--   converted_within_90_count  [leads] of those, became an opportunity within 90 days
--   watched_365_count          [leads] arrived at least 365 days ago
--   won_within_365_count       [leads] of those, were won within 365 days
with lead as (
    select l.*,
           cast(l.created_at as date)                                                          as created_on,
           if(l.converted_at < :as_of_end, cast(l.converted_at as date),
              if(l.converted_at is null, o.created_date, null))                                as converted_on,
           o.outcome,
           o.close_date,
           o.amount
    from crm.leads l
    left join mart.opportunities_as_of o on o.opportunity_id = l.opportunity_id
    where l.created_at < :as_of_end
)
select cast(trunc(created_on, 'MM') as date)                                                   as created_month,
       source,
       campaign_id,
       count(*)                                                                                as lead_count,
       count_if(converted_on is not null)                                                      as converted_count,
       count_if(outcome = 'won')                                                               as won_count,
       count_if(outcome = 'lost')                                                              as lost_count,
       coalesce(sum(amount) filter (where outcome = 'won'), 0)                                 as won_amount,
       count_if(datediff(:as_of, created_on) >= 90)                                            as watched_90_count,
       count_if(datediff(:as_of, created_on) >= 90 and datediff(converted_on, created_on) <= 90)
                                                                                               as converted_within_90_count,
       count_if(datediff(:as_of, created_on) >= 365)                                           as watched_365_count,
       count_if(datediff(:as_of, created_on) >= 365 and outcome = 'won'
                and datediff(close_date, created_on) <= 365)                                   as won_within_365_count
from lead
group by trunc(created_on, 'MM'), source, campaign_id
