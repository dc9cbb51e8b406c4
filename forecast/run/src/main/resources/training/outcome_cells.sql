-- What training may change, of each agent by month and kind of request.
-- Only months count whose requests could all be watched for long enough: then none is censored, because one still open has
-- lasted the limit. Times are logarithms of hours, from one minute up to the limit.
--
-- grain:   outcome, agent_id, month, phase, kind
-- inputs:  forecast.request_times, crm.trainings, crm.training_attendance
-- columns:
--   outcome      handling_time, first_response, sla_share, satisfaction or response_rate
--   agent_id     [users] who handles them
--   month        first day of the month of arrival
--   phase        [days] days of training that the agent had behind it
--   kind         category, priority and channel
--   case_count   [requests] requests
--   total        [unit of the outcome] sum
--   squares      [unit of the outcome squared] sum of squares
--   hours        [hours] sum of the hours behind it, of handling_time
with training_days as (
  select distinct a.user_id, t.held_on
  from crm.training_attendance a
  join crm.trainings t on t.training_id = a.training_id
  where a.status = 'attended'
),
days_before as (
  select r.request_id, count(*) as days
  from forecast.request_times r
  join training_days d on d.user_id = r.agent_id and d.held_on <= cast(r.opened_at as date)
  group by r.request_id
),
requests as (
  select r.agent_id,
         r.opened_month                                                                     as month,
         coalesce(d.days, 0)                                                                as phase,
         concat_ws('|', coalesce(r.category, ''), coalesce(r.priority, ''), coalesce(r.channel, '')) as kind,
         (unix_timestamp(:as_of_end) - unix_timestamp(cast(add_months(r.opened_month, 1) as timestamp))) / 3600e0
                                                                                            as watched_hours,
         r.ending,
         r.handling_working_hours,
         coalesce(r.first_response_working_hours, if(r.censored, r.handling_working_hours, null)) as response_hours,
         cast(r.sla_met as int)                                                             as met,
         r.satisfaction
  from forecast.request_times r
  left join days_before d on d.request_id = r.request_id
  where r.agent_id is not null and r.opened_month is not null
),
outcomes as (
  select agent_id, month, phase, kind,
         if(watched_hours >= :handling_watch, met, null)                                    as met,
         if(ending in ('open', 'resolved') and watched_hours >= :handling_watch,
            greatest(1 / 60e0, least(:handling_limit, handling_working_hours)), null)        as handling,
         if(ending in ('open', 'resolved') and watched_hours >= :response_watch,
            greatest(1 / 60e0, least(:response_limit, response_hours)), null)                as response,
         if(ending = 'resolved' and watched_hours >= :handling_watch,
            cast(satisfaction is not null as int), null)                                    as answered,
         if(ending = 'resolved' and watched_hours >= :handling_watch, satisfaction, null)   as satisfaction
  from requests
),
cells as (
  select agent_id, month, phase, kind,
         count(handling) as n1, sum(ln(handling)) as s1, sum(ln(handling) * ln(handling)) as q1, sum(handling) as h1,
         count(response) as n2, sum(ln(response)) as s2, sum(ln(response) * ln(response)) as q2,
         count(met) as n3, sum(met) as s3,
         count(satisfaction) as n4, sum(satisfaction) as s4, sum(satisfaction * satisfaction) as q4,
         count(answered) as n5, sum(answered) as s5
  from outcomes
  group by agent_id, month, phase, kind
),
listed as (
  select 'handling_time' as outcome, agent_id, month, phase, kind, n1 as n, s1 as s, q1 as q, h1 as h from cells
  union all
  select 'first_response', agent_id, month, phase, kind, n2, s2, q2, 0e0 from cells
  union all
  select 'sla_share', agent_id, month, phase, kind, n3, cast(s3 as double), cast(s3 as double), 0e0 from cells
  union all
  select 'satisfaction', agent_id, month, phase, kind, n4, s4, q4, 0e0 from cells
  union all
  select 'response_rate', agent_id, month, phase, kind, n5, cast(s5 as double), cast(s5 as double), 0e0 from cells
)
select outcome,
       agent_id,
       month,
       cast(phase as bigint)   as phase,
       kind,
       n                       as case_count,
       s                       as total,
       q                       as squares,
       h                       as hours
from listed
where n > 0
