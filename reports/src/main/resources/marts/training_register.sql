-- One row per training session: who was to come, and who came.
-- enrolled_count = attended_count + missed_count + unrecorded_count.
--
-- grain:   training_id
-- inputs:  crm.trainings, crm.training_attendance
-- columns:
--   training_id       [trainings] session
--   programme         course
--   topic             what is taught
--   held_on           day of the session
--   trainer_id        [users] who teaches
--   hours             [hours] length
--   held              held on or before :as_of; else due
--   enrolled_count    [persons] on the list
--   attended_count    [persons] who attended
--   missed_count      [persons] who missed it
--   unrecorded_count  [persons] of whom nothing but the enrolment is recorded; of a session held, they are to be
--                     followed up
--   score_count       [persons] who have a result of the final check
--   score_sum         [fraction 0 to 1] sum of these results
select t.training_id,
       any_value(t.programme)                 as programme,
       any_value(t.topic)                     as topic,
       any_value(t.held_on)                   as held_on,
       any_value(t.trainer_id)                as trainer_id,
       any_value(t.hours)                     as hours,
       any_value(t.held_on) <= :as_of         as held,
       count(a.user_id)                       as enrolled_count,
       count_if(a.status = 'attended')        as attended_count,
       count_if(a.status = 'missed')          as missed_count,
       count(a.user_id) - count_if(a.status in ('attended', 'missed'))  as unrecorded_count,
       count(a.score)                         as score_count,
       coalesce(sum(a.score), 0)             as score_sum
from crm.trainings t
left join crm.training_attendance a on a.training_id = t.training_id
group by t.training_id
