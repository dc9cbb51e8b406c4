-- How long requests took, in steps of 2 %, to learn up to when a time is worth counting.
-- What agents did not end is left out: what closed by itself or was cancelled says nothing of them.
--
-- grain:   clock, step, ended
-- inputs:  forecast.request_times
-- columns:
--   clock          handling, handling_working, response or response_working
--   step           [steps] the least step with hours <= 1.02 ^ step / 60
--   ended          it ended; else that long so far
--   request_count  [requests] requests
with times as (
  select handling_hours, handling_working_hours, first_response_hours, first_response_working_hours, censored
  from forecast.request_times
  where ending in ('open', 'resolved') and agent_id is not null
),
clocks as (
  select 'handling' as clock, handling_hours as hours, not censored as ended from times
  union all
  select 'handling_working', handling_working_hours, not censored from times
  union all
  select 'response', first_response_hours, true from times
  union all
  select 'response_working', first_response_working_hours, true from times
  union all
  select 'response', handling_hours, false from times where censored and first_response_hours is null
  union all
  select 'response_working', handling_working_hours, false from times where censored and first_response_hours is null
)
select clock,
       cast(ceil(ln(greatest(1, 60 * hours)) / ln(cast(1.02 as double))) as bigint)   as step,
       ended,
       count(*)                                                        as request_count
from clocks
where hours is not null
group by 1, 2, 3
