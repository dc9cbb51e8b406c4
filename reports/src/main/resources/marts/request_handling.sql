-- One row per service request: how it ended, how long it took in elapsed and working hours, and where the time went.
-- Ended after :as_of counts as open. An open request is censored: it has taken its hours so far, and will take more;
-- leaving it out flatters. What was closed automatically or cancelled has ended, but was not resolved. Hours are empty where
-- the record has the end before the arrival. Trained: attended a session held on or before :as_of.
--
-- grain:   request_id
-- inputs:  forecast.request_times, crm.trainings, crm.training_attendance
-- columns:
--   request_id                    [requests] request
--   agent_id                      [users] who handles it
--   team_id                       [teams] team
--   account_id                    [accounts] who asks
--   product_id                    [products] what it is about
--   channel                       how it arrived
--   category                      kind of request
--   priority                      urgency as the source names it
--   opened_at                     when it arrived
--   opened_month                  first day of the month of its arrival
--   opened_weekday                [day of the week] of its arrival in the team's zone, from 1 for Monday
--   opened_hour                   [hour of the day] of its arrival in the team's zone
--   ended_month                   first day of the month it ended in; empty while open
--   resolved_month                first day of the month an agent resolved it in; empty otherwise
--   ending                        open, resolved, auto-closed or cancelled
--   auto_close_sign               by what it is known to be closed automatically: status, bulk or silence
--   first_response_hours          [hours] from its arrival to the first answer
--   first_response_working_hours  [working hours] the same
--   handling_hours                [hours] from its arrival to its end, while open to the end of :as_of
--   handling_working_hours        [working hours] the same
--   before_touch_hours            [hours] part of handling_hours before anybody answered or changed its status
--   work_hours                    [hours] part of handling_hours in which it was worked on or queued at its agent
--   waiting_hours                 [hours] part of handling_hours in which the customer was to answer
--   hand_over_hours               [hours] part of handling_hours from a change of agent or team to the next change
--   reopened_hours                [hours] part of handling_hours after a first end that did not last
--   reopen_count                  [times] opened again
--   hand_over_count               [times] went to another agent or team
--   promise                       met, near, breached, running or void; empty without a promise
--   censored                      still open at the end of :as_of
--   satisfaction                  [1 to 5] the customer's mark, once ended
--   months_since_training         [months] from the month of the agent's first training to the month of arrival: 0 within
--                                 the same month, negative before it, empty when never trained
with first_training as (
    select a.user_id, min(t.held_on) as held_on
    from crm.training_attendance a
    join crm.trainings t on t.training_id = a.training_id
    where a.status = 'attended' and t.held_on <= :as_of
    group by a.user_id
)
select r.request_id,
       r.agent_id,
       r.team_id,
       r.account_id,
       r.product_id,
       r.channel,
       r.category,
       r.priority,
       r.opened_at,
       r.opened_month,
       r.opened_weekday,
       r.opened_hour,
       r.ended_month,
       if(r.ending = 'resolved', r.ended_month, null)  as resolved_month,
       r.ending,
       r.auto_close_sign,
       r.first_response_hours,
       r.first_response_working_hours,
       r.handling_hours,
       r.handling_working_hours,
       r.before_touch_hours,
       r.work_hours,
       r.waiting_hours,
       r.hand_over_hours,
       r.reopened_hours,
       r.reopen_count,
       r.hand_over_count,
       r.promise,
       r.censored,
       r.satisfaction,
       12 * (year(r.opened_month) - year(f.held_on)) + month(r.opened_month) - month(f.held_on)
                                                       as months_since_training
from forecast.request_times r
left join first_training f on f.user_id = r.agent_id
