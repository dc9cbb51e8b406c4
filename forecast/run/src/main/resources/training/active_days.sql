-- On how many days of a month a person did something with the CRM; to log in is to do nothing yet.
--
-- grain:   user_id, month
-- inputs:  crm.usage_events
-- columns:
--   user_id     [users] who
--   month       first day of the month
--   active_days [days] days
select user_id,
       cast(trunc(day, 'MM') as date)   as month,
       count(distinct day)              as active_days
from crm.usage_events
where lower(function) <> 'login' and day <= :as_of
group by user_id, trunc(day, 'MM')
