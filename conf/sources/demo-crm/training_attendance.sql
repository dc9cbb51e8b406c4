-- One row per person enrolled in a session.
select e.session_id                            as training_id,
       e.employee_id                           as user_id,
       case e.status_key
           when 'ENR' then 'enrolled'
           when 'ATT' then 'attended'
           when 'MIS' then 'missed'
           else e.status_key
       end                                     as status,
       cast(e.score_pct as double) / 100       as score,
       e._source_file,
       e._source_line,
       if(e.deleted, 'soft-deleted', null) as _filter
from training_enrolment e
