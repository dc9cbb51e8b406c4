-- One row per month, owner and kind of activity.
-- An activity counts in the month it was planned for, one that was never planned in the month it was done.
-- planned_count = done_as_planned_count + open_count + cancelled_count. Done after :as_of is still open.
--
-- grain:   month, owner_id, kind
-- inputs:  crm.activities
-- columns:
--   month                  first day of the month; empty for activities with no date at all
--   owner_id               [users] who acts
--   kind                   call, meeting, mail, visit or task
--   planned_count          [activities] planned for the month
--   done_as_planned_count  [activities] of them done, whenever that was
--   open_count             [activities] of them neither done nor cancelled
--   cancelled_count        [activities] of them cancelled
--   unplanned_count        [activities] done without having been planned
--   done_minutes           [minutes] length of all that was done
with today as (
    select cast(trunc(coalesce(planned_at, done_at), 'MM') as date)   as month,
           owner_id,
           kind,
           planned_at is not null or done_at is null                  as planned,
           coalesce(done_at < :as_of_end, false)                      as done,
           coalesce(status = 'cancelled', false)                      as cancelled,
           duration_minutes
    from crm.activities
    where planned_at is not null or coalesce(done_at < :as_of_end, true)
)
select month,
       owner_id,
       kind,
       count_if(planned)                                       as planned_count,
       count_if(planned and done)                              as done_as_planned_count,
       count_if(planned and not done and not cancelled)        as open_count,
       count_if(planned and not done and cancelled)            as cancelled_count,
       count_if(not planned)                                   as unplanned_count,
       coalesce(sum(duration_minutes) filter (where done), 0) as done_minutes
from today
group by month, owner_id, kind
