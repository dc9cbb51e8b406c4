-- One row per service request: how long it took, in elapsed hours.
-- Resolved after :as_of counts as open. An open request is censored: it has taken its hours so far, and will take more;
-- leaving it out flatters. Team: the one recorded with the request, else the agent's. A time that ends before it begins
-- is empty. Trained: attended a session held on or before :as_of.
--
-- grain:   request_id
-- inputs:  crm.requests, crm.users, crm.trainings, crm.training_attendance
-- columns:
--   request_id             [requests] request
--   agent_id               [users] who handles it
--   team_id                [teams] team
--   account_id             [accounts] who asks
--   product_id             [products] what it is about
--   channel                how it arrived
--   category               kind of request
--   priority               urgency as the source names it
--   opened_at              when it arrived
--   opened_month           first day of the month of its arrival
--   resolved_month         first day of the month it was resolved in; empty while open
--   first_response_hours   [hours] from its arrival to the first answer
--   handling_hours         [hours] from its arrival to its resolution, while open to the end of :as_of
--   censored               still open at the end of :as_of
--   satisfaction           [1 to 5] the customer's mark, once resolved
--   months_since_training  [months] from the month of the agent's first training to the month of arrival: 0 within
--                          the same month, negative before it, empty when never trained
with first_training as (
    select a.user_id, min(t.held_on) as held_on
    from crm.training_attendance a
    join crm.trainings t on t.training_id = a.training_id
    where a.status = 'attended' and t.held_on <= :as_of
    group by a.user_id
),
today as (
    select *,
           coalesce(resolved_at >= :as_of_end, true)           as censored,
           if(resolved_at < :as_of_end, resolved_at, null)     as resolved_by_now,
           cast(trunc(opened_at, 'MM') as date)                as opened_month
    from crm.requests
),
timed as (
    select *,
           unix_timestamp(if(first_response_at < :as_of_end, first_response_at, null))
               - unix_timestamp(opened_at)                                                     as response_seconds,
           unix_timestamp(coalesce(resolved_by_now, :as_of_end)) - unix_timestamp(opened_at)   as handling_seconds
    from today
)
select r.request_id,
       r.agent_id,
       coalesce(r.team_id, u.team_id)                                                     as team_id,
       r.account_id,
       r.product_id,
       r.channel,
       r.category,
       r.priority,
       r.opened_at,
       r.opened_month,
       cast(trunc(r.resolved_by_now, 'MM') as date)                                       as resolved_month,
       if(r.response_seconds >= 0, r.response_seconds / 3600, null)                      as first_response_hours,
       if(r.handling_seconds >= 0, r.handling_seconds / 3600, null)                      as handling_hours,
       r.censored,
       if(r.censored, null, r.satisfaction)                                               as satisfaction,
       12 * (year(r.opened_month) - year(f.held_on)) + month(r.opened_month) - month(f.held_on)
                                                                                          as months_since_training
from timed r
left join crm.users u      on u.user_id = r.agent_id
left join first_training f on f.user_id = r.agent_id
