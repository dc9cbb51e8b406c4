-- One row per group of requests, clock, way of ending and length: how many requests took so long.
-- Requests that arrived from :first_month on. Lengths have three digits and two decimals at most, which is all that a
-- quantile needs and lets millions of requests be few rows. While open the length is that so far, and the ending empty.
--
-- grain:   grouping, member, clock, unit, ending, hours
-- inputs:  forecast.request_times
-- columns:
--   grouping       total, team, channel, priority, category or month (of arrival)
--   member         id or name of the member; empty for the total
--   clock          first-response, handling, or promise: handling without pauses
--   unit           elapsed or working
--   ending         resolved, auto-closed or cancelled; of first-response answered or ended; empty while it goes on
--   hours          [hours] length
--   request_count  [requests] so many
with recent as (
    select *, if(ending = 'open', '', ending) as ended_as
    from forecast.request_times
    where opened_month >= :first_month and handling_hours is not null
),
timed as (
    select explode(array(
               struct('total' as grouping, '' as member),
               struct('team' as grouping, coalesce(team_id, '') as member),
               struct('channel' as grouping, coalesce(channel, '') as member),
               struct('priority' as grouping, coalesce(priority, '') as member),
               struct('category' as grouping, coalesce(category, '') as member),
               struct('month' as grouping, cast(opened_month as string) as member))) as of,
           array(
               struct('first-response' as clock, 'elapsed' as unit,
                      coalesce(first_response_hours, handling_hours) as hours,
                      if(first_response_hours is null, if(censored, '', 'ended'), 'answered') as ending),
               struct('first-response' as clock, 'working' as unit,
                      coalesce(first_response_working_hours, handling_working_hours) as hours,
                      if(first_response_hours is null, if(censored, '', 'ended'), 'answered') as ending),
               struct('handling' as clock, 'elapsed' as unit, handling_hours as hours, ended_as as ending),
               struct('handling' as clock, 'working' as unit, handling_working_hours as hours, ended_as as ending),
               struct('promise' as clock, 'elapsed' as unit, clock_hours as hours, ended_as as ending),
               struct('promise' as clock, 'working' as unit, clock_working_hours as hours, ended_as as ending)) as clocks
    from recent
),
each as (
    select of, explode(clocks) as at
    from timed
)
select of.grouping   as grouping,
       of.member     as member,
       at.clock      as clock,
       at.unit       as unit,
       at.ending     as ending,
       case
           when at.hours < 10 then round(at.hours, 2)
           when at.hours < 100 then round(at.hours, 1)
           when at.hours < 1000 then round(at.hours)
           else round(at.hours, -1)
       end           as hours,
       count(*)      as request_count
from each
group by 1, 2, 3, 4, 5, 6
