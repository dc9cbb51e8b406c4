-- One row per month, team, channel and priority in which a request was opened, ended or still open at the end.
-- The running month ends with :as_of. Opened less resolved, auto-closed and cancelled is the change of the open ones from the
-- month before; for that a request whose record has the end before the arrival ends in the month of its arrival. Answers
-- count in the month of arrival; handling and satisfaction in the month of resolution, among the resolved alone
-- (forecast.request_survival counts the open ones). Median and P90 are interpolated and do not add up.
--
-- grain:   month, team_id, channel, priority
-- inputs:  mart.request_handling, mart.fiscal_days
-- columns:
--   month                  first day of the month
--   team_id                [teams] team
--   channel                how the requests arrived
--   priority               urgency as the source names it
--   opened_count           [requests] arrived in the month
--   resolved_count         [requests] resolved by an agent in the month
--   auto_closed_count      [requests] closed automatically in the month
--   cancelled_count        [requests] cancelled or merged in the month
--   open_count             [requests] open at the end of the month
--   reopen_count           [times] requests that ended in the month had been opened again
--   hand_over_count        [times] they had gone to another agent or team
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
           case when ended_month is not null then greatest(ended_month, opened_month) end as end_month
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
    select *, end_month, ending
    from dated
    where end_month is not null
    union all
    select d.*, m.month, 'open'
    from dated d
    join months m on m.month >= d.opened_month and (d.end_month is null or m.month < d.end_month) and m.month <= :as_of
)
select month,
       team_id,
       channel,
       priority,
       count_if(event = 'opened')                                                       as opened_count,
       count_if(event = 'resolved')                                                     as resolved_count,
       count_if(event = 'auto-closed')                                                  as auto_closed_count,
       count_if(event = 'cancelled')                                                    as cancelled_count,
       count_if(event = 'open')                                                         as open_count,
       coalesce(sum(reopen_count) filter (where event not in ('opened', 'open')), 0)    as reopen_count,
       coalesce(sum(hand_over_count) filter (where event not in ('opened', 'open')), 0) as hand_over_count,
       count(first_response_hours) filter (where event = 'opened')                      as first_response_count,
       coalesce(sum(first_response_hours) filter (where event = 'opened'), 0)           as first_response_hours,
       count(handling_hours) filter (where event = 'resolved')                          as handled_count,
       coalesce(sum(handling_hours) filter (where event = 'resolved'), 0)               as handling_hours,
       percentile_cont(0.5) within group (order by handling_hours) filter (where event = 'resolved')
                                                                                        as handling_hours_median,
       percentile_cont(0.9) within group (order by handling_hours) filter (where event = 'resolved')
                                                                                        as handling_hours_p90,
       count(satisfaction) filter (where event = 'resolved')                            as satisfaction_count,
       coalesce(sum(satisfaction) filter (where event = 'resolved'), 0)                 as satisfaction_sum
from events
group by month, team_id, channel, priority
