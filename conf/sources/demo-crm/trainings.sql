-- One row per session of a course, also of those to come.
select s.id                       as training_id,
       c.name                     as programme,
       c.topic                    as topic,
       s.held_on                  as held_on,
       cast(c.hours as double)    as hours,
       s.trainer_id               as trainer_id,
       s._source_file,
       s._source_line,
       if(s.deleted, 'soft-deleted', null) as _filter
from training_session s
left join training_course c on c.id = s.course_id
