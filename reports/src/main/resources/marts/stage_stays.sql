-- How long opportunities stayed in a stage before they left it: one row per stage and present outcome.
-- A stay counts once it was ended by a change of stage; the first begins when the opportunity was created. Median and
-- P95 are interpolated and do not add up. Empty where the source keeps no history of changes.
--
-- grain:   stage, outcome
-- inputs:  mart.opportunities_as_of, crm.opportunity_changes
-- columns:
--   stage        the stage left, as the source names it
--   outcome      won, lost or open: what became of the opportunity until :as_of
--   stay_count   [stays] stays ended
--   stay_days    [days] sum of their lengths
--   median_days  [days] half of the stays were no longer
--   p95_days     [days] 95 % of the stays were no longer
with changes as (
    select opportunity_id,
           old_value                                                                                   as stage,
           cast(changed_at as date)                                                                    as left_date,
           cast(lag(changed_at) over (partition by opportunity_id order by changed_at) as date)        as entered_date
    from crm.opportunity_changes
    where field = 'stage' and changed_at < :as_of_end
),
stays as (
    select c.stage,
           o.outcome,
           datediff(c.left_date, coalesce(c.entered_date, o.created_date)) as days
    from changes c
    join mart.opportunities_as_of o on o.opportunity_id = c.opportunity_id
    where c.stage is not null
)
select stage,
       outcome,
       count(*)                  as stay_count,
       sum(days)                 as stay_days,
       percentile(days, 0.5)     as median_days,
       percentile(days, 0.95)    as p95_days
from stays
where days >= 0
group by stage, outcome
