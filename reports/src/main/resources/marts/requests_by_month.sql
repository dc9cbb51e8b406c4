-- One row per month, team, channel and priority in which a request was opened, resolved or still open at the end.
-- The running month ends with :as_of. Answers count in the month of arrival; handling and satisfaction in the month of
-- resolution, among the resolved alone (request_handling has the open ones). Median and P90 are interpolated and do not
-- add up.
--
-- grain:   month, team_id, channel, priority
-- inputs:  mart.request_handling
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
events as (
    select *,
           explode(concat(
               array(struct(opened_month as month, 'opened' as event)),
               if(resolved_month is null,
                  cast(array() as array<struct<month: date, event: string>>),
                  array(struct(resolved_month as month, 'resolved' as event))),
               if(last_open_month < opened_month,
                  cast(array() as array<struct<month: date, event: string>>),
                  transform(sequence(opened_month, last_open_month, interval 1 month),
                            m -> struct(m as month, 'open' as event))))) as at
    from dated
)
select at.month                                                                            as month,
       team_id,
       channel,
       priority,
       count_if(at.event = 'opened')                                                       as opened_count,
       count_if(at.event = 'resolved')                                                     as resolved_count,
       count_if(at.event = 'open')                                                         as open_count,
       count(first_response_hours) filter (where at.event = 'opened')                      as first_response_count,
       coalesce(sum(first_response_hours) filter (where at.event = 'opened'), 0D)          as first_response_hours,
       count(handling_hours) filter (where at.event = 'resolved')                          as handled_count,
       coalesce(sum(handling_hours) filter (where at.event = 'resolved'), 0D)              as handling_hours,
       percentile(handling_hours, 0.5) filter (where at.event = 'resolved')                as handling_hours_median,
       percentile(handling_hours, 0.9) filter (where at.event = 'resolved')                as handling_hours_p90,
       count(satisfaction) filter (where at.event = 'resolved')                            as satisfaction_count,
       coalesce(sum(satisfaction) filter (where at.event = 'resolved'), 0D)                as satisfaction_sum
from events
group by at.month, team_id, channel, priority
