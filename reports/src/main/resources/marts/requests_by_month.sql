-- One row per month, team, channel and priority in which a request was opened, resolved or still open at the end.
-- The running month ends with :as_of. Answers count in the month of arrival; handling and satisfaction in the month of
-- resolution, among the resolved alone (request_handling has the open ones). Median and P90 are interpolated and do not
-- add up.
--
-- grain:   month, team_id, channel, priority
-- inputs:  mart.request_handling, mart.fiscal_days
-- columns:
--   month                  first day of the month
--   team_id                [teams] team
--   channel                how the requests arrived
--   priority               urgency as the source names it
--   opened_count           [requests] arrived in the month
--   resolved_count         [requests] resolved in the month
--   open_count             [requests] open at the end of the month
--   first_response_count   [requests] arrived in the month and answered
--   first_response_hours   [hours] sum of their times to the first answer
--   handled_count          [requests] resolved in the month with a known time
--   handling_hours         [hours] sum of their times to resolution
--   handling_hours_median  [hours] half of them took no longer
--   handling_hours_p90     [hours] 90 % of them took no longer
--   satisfaction_count     [answers] marks given to those resolved in the month
--   satisfaction_sum       [1 to 5] sum of these marks
with dated as (
    select *,
           coalesce(cast(add_months(resolved_month, -1) as date), cast(trunc(:as_of, 'MM') as date)) as last_open_month
    from mart.request_handling
),
months as (
    select day as month
    from mart.fiscal_days
    where day = trunc(day, 'MM')
),
events as (
    select *, opened_month as month, 'opened' as event
    from dated
    union all
    select *, resolved_month, 'resolved'
    from dated
    where resolved_month is not null
    union all
    select d.*, m.month, 'open'
    from dated d
    join months m on m.month >= d.opened_month and m.month <= d.last_open_month
)
select month,
       team_id,
       channel,
       priority,
       count_if(event = 'opened')                                                       as opened_count,
       count_if(event = 'resolved')                                                     as resolved_count,
       count_if(event = 'open')                                                         as open_count,
       count(first_response_hours) filter (where event = 'opened')                      as first_response_count,
       coalesce(sum(first_response_hours) filter (where event = 'opened'), 0)          as first_response_hours,
       count(handling_hours) filter (where event = 'resolved')                          as handled_count,
       coalesce(sum(handling_hours) filter (where event = 'resolved'), 0)              as handling_hours,
       percentile_cont(0.5) within group (order by handling_hours) filter (where event = 'resolved')                as handling_hours_median,
       percentile_cont(0.9) within group (order by handling_hours) filter (where event = 'resolved')                as handling_hours_p90,
       count(satisfaction) filter (where event = 'resolved')                            as satisfaction_count,
       coalesce(sum(satisfaction) filter (where event = 'resolved'), 0)                as satisfaction_sum
from events
group by month, team_id, channel, priority
