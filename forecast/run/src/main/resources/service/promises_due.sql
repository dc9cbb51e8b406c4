-- One row per group of requests and day on which their promised time was over, from :first_day to :as_of: how they were kept.
--
-- grain:   grouping, member, due_date
-- inputs:  forecast.request_times
-- columns:
--   grouping       total, team, channel, priority or category
--   member         id or name of the member; empty for the total
--   due_date       the day
--   met_count        [requests] resolved with at least a fifth of the time left
--   near_count       [requests] resolved in time, with less left
--   late_count       [requests] ended late
--   open_late_count  [requests] open and late
--   void_count       [requests] cancelled or closed automatically in time
with due as (
    select *, cast(due_at as date) as due_date
    from forecast.request_times
    where due_at is not null
),
grouped as (
    select g.name as group_name,
           coalesce(case g.name when 'team' then team_id when 'channel' then channel when 'priority' then priority
                                when 'category' then category end, '') as member,
           due_date,
           promise,
           censored
    from due
    cross join (values ('total'), ('team'), ('channel'), ('priority'), ('category')) as g (name)
    where due_date between :first_day and :as_of
)
select group_name                                       as grouping,
       member,
       due_date,
       count_if(promise = 'met')                        as met_count,
       count_if(promise = 'near')                       as near_count,
       count_if(promise = 'breached' and not censored)  as late_count,
       count_if(promise = 'breached' and censored)      as open_late_count,
       count_if(promise = 'void')                       as void_count
from grouped
group by 1, 2, 3
