-- One row per question asked; without an answer the score is empty.
select s.id                       as survey_id,
       case s.survey_key
           when 'SERVICE' then 'after a request'
           when 'YEARLY' then 'yearly'
           else s.survey_key
       end                        as survey,
       s.account_id               as account_id,
       s.request_id               as request_id,
       s.question                 as question,
       cast(s.score as double)    as score,
       s.comment_text             as comment,
       s.asked_at                 as asked_at,
       s.answered_at              as answered_at,
       s._source_file,
       s._source_line,
       if(s.deleted, 'soft-deleted', null) as _filter
from survey_answer s
