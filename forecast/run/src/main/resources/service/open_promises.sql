-- One row per open request with a promise.
--
-- grain:   request_id
-- inputs:  forecast.request_times
-- columns:
--   request_id    [requests] request
--   agent_id      [users] who handles it
--   team_id       [teams] team
--   priority      urgency as the source names it
--   category      kind of request
--   opened_at     when it arrived
--   used_hours    [working hours] used of the time promised
--   target_hours  [working hours] time promised
--   due_at        when that time is over
select request_id,
       agent_id,
       team_id,
       priority,
       category,
       opened_at,
       clock_working_hours   as used_hours,
       target_hours,
       due_at
from forecast.request_times
where censored and target_hours is not null
order by request_id
