-- What follows what is done about a deal: one row per month, owner and kind of activity. Followed: within 14 days after it the
-- deal changed its stage or was won. Activities of the last 14 days are not watched for so long and counted apart. This is
-- what goes together, not what an activity brings about: more is done about deals that move anyway.
--
-- grain:   month, owner_id, kind
-- inputs:  crm.activities, crm.opportunity_changes, mart.opportunities_as_of
-- columns:
--   month           first day of the month in which it was done
--   owner_id        [users] who acted
--   kind            call, meeting, mail, visit or task
--   done_count      [activities] done about an opportunity
--   watched_count   [activities] of them at least 14 days ago
--   followed_count  [activities] of those, followed by a step within 14 days
--   won_count       [activities] of the watched, about opportunities won until :as_of
with steps as (
    select opportunity_id, cast(changed_at as date) as day
    from crm.opportunity_changes
    where field = 'stage' and changed_at < :as_of_end
    union
    select opportunity_id, close_date
    from mart.opportunities_as_of
    where outcome = 'won' and close_date is not null
),
done as (
    select activity_id,
           opportunity_id,
           owner_id,
           kind,
           cast(done_at as date)                                       as day,
           cast(done_at as date) <= date_sub(:as_of, 14)               as watched
    from crm.activities
    where done_at < :as_of_end and opportunity_id is not null
),
followed as (
    select d.activity_id
    from done d
    semi join steps s
        on s.opportunity_id = d.opportunity_id and s.day > d.day and s.day <= date_add(d.day, 14)
    where d.watched
)
select cast(trunc(d.day, 'MM') as date)                            as month,
       d.owner_id,
       d.kind,
       count(*)                                                    as done_count,
       count_if(d.watched)                                         as watched_count,
       count(f.activity_id)                                        as followed_count,
       count_if(d.watched and coalesce(o.outcome = 'won', false))  as won_count
from done d
left join followed f                 on f.activity_id = d.activity_id
left join mart.opportunities_as_of o on o.opportunity_id = d.opportunity_id
group by trunc(d.day, 'MM'), d.owner_id, d.kind
