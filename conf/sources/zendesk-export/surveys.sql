-- One row per ticket whose requester was asked: good is 5, bad is 1, and a mark from 1 to 5 stands as it is. A question
-- without an answer has no score.
with ticket_of as (
    select id, max(organization_id) as organization_id
    from ticket
    group by id
)
select r.id                                                       as survey_id,
       'after a request'                                          as survey,
       t.organization_id                                          as account_id,
       r.ticket_id                                                as request_id,
       case
           when lower(r.score) like 'good%' then '5'
           when lower(r.score) like 'bad%' then '1'
           when lower(r.score) in ('offered', 'unoffered') then null
           else r.score
       end                                                        as score,
       r.comment                                                  as comment,
       r.created_at                                               as asked_at,
       if(lower(r.score) in ('offered', 'unoffered'), null, coalesce(r.updated_at, r.created_at))   as answered_at,
       r._source_file,
       r._source_line
from satisfaction_rating r
left join ticket_of t on t.id = r.ticket_id
