-- One row per stay of an opportunity in an open stage until the end of :as_of, as its changes of stage tell.
-- Stages in which only closed opportunities stand, and which few leave again, are ends and no stages. The first stage is
-- the one before the first change, entered when the opportunity was created; an opportunity that never changed stands in
-- the stage of its row, since it entered it. Where the source keeps no changes of stage there is no row at all.
--
-- grain:   opportunity_id, visit
-- inputs:  crm.opportunities, crm.opportunity_changes
-- columns:
--   opportunity_id  [opportunities] opportunity
--   visit           [visits] number of the visit, from 0
--   stage           the stage, as the source names it
--   next_stage      the stage after it; empty for the last
--   ending          moved, won, lost or open: how the stay ended
--   outcome         won, lost or open: what became of the opportunity until :as_of
--   stay_days       [days] how long it lasted, while open until :as_of; empty where that is unknown or less than zero
with deals as (
    select opportunity_id,
           stage,
           outcome                                                    as last_outcome,
           if(closed_at >= :as_of_end, 'open', outcome)               as outcome,
           cast(created_at as date)                                   as created_date,
           cast(coalesce(stage_entered_at, created_at) as date)       as entered_date,
           cast(closed_at as date)                                    as close_date
    from crm.opportunities
),
moves as (
    select opportunity_id,
           old_value                                                                             as from_stage,
           new_value                                                                             as to_stage,
           cast(changed_at as date)                                                              as day,
           row_number() over (partition by opportunity_id order by changed_at)                   as number,
           cast(lead(changed_at) over (partition by opportunity_id order by changed_at) as date) as next_day,
           lead(new_value) over (partition by opportunity_id order by changed_at)                as next_stage
    from crm.opportunity_changes
    where field = 'stage' and changed_at < :as_of_end
),
ends as (
    select stage, if(sum(won) >= sum(lost), 'won', 'lost') as outcome
    from (select stage, 1 as standing, 0 as leaving, if(last_outcome = 'open', 1, 0) as open,
                 if(last_outcome = 'won', 1, 0) as won, if(last_outcome = 'lost', 1, 0) as lost
          from deals
          union all
          select from_stage, 0, 1, 0, 0, 0 from moves)
    group by stage
    having sum(open) = 0 and sum(standing) > sum(leaving)
),
entered as (
    select opportunity_id, 0 as visit, from_stage as stage, null as day, to_stage as next_stage, day as next_day
    from moves
    where number = 1 and from_stage is not null
    union all
    select opportunity_id, number, to_stage, day, next_stage, next_day
    from moves
    union all
    select d.opportunity_id, 0, d.stage, d.entered_date, null, null
    from deals d
    where exists (select 1 from moves)
      and not exists (select 1 from moves m where m.opportunity_id = d.opportunity_id)
),
visits as (
    select v.opportunity_id,
           v.visit,
           v.stage,
           v.next_stage,
           d.outcome,
           if(v.next_stage is null, d.outcome, coalesce(e.outcome, 'moved'))            as ending,
           datediff(coalesce(v.next_day, if(d.outcome = 'open', :as_of, d.close_date)),
                    coalesce(v.day, d.created_date))                                    as days
    from entered v
    join deals d on d.opportunity_id = v.opportunity_id
    left join ends e on e.stage = v.next_stage
    where v.stage is not null and not exists (select 1 from ends n where n.stage = v.stage)
)
select opportunity_id,
       cast(visit as bigint)         as visit,
       stage,
       next_stage,
       ending,
       outcome,
       if(days >= 0, days, null)     as stay_days
from visits
