-- One row per team and role: how many of those who work with the CRM were ever trained.
-- trained_count + untrained_count = headcount. Not counted: who is not active, and who begins after :as_of. Not known to
-- be inactive is active. Trained: attended a session held on or before :as_of.
--
-- grain:   team_id, role
-- inputs:  crm.users, crm.trainings, crm.training_attendance
-- columns:
--   team_id          [teams] team
--   role             role as the source names it
--   headcount        [persons] who work with the CRM
--   trained_count    [persons] of them trained
--   untrained_count  [persons] of them not trained
with trained as (
    select distinct a.user_id
    from crm.training_attendance a
    join crm.trainings t on t.training_id = a.training_id
    where a.status = 'attended' and t.held_on <= :as_of
)
select u.team_id,
       u.role,
       count(*)                         as headcount,
       count(t.user_id)                 as trained_count,
       count(*) - count(t.user_id)      as untrained_count
from crm.users u
left join trained t on t.user_id = u.user_id
where coalesce(u.active, true) and coalesce(u.started_on <= :as_of, true)
group by u.team_id, u.role
