-- One row per activity. What it is about is named by the type of the parent and its key.
select a.id                                                        as activity_id,
       case a.kind_key
           when 'CALL' then 'call'
           when 'MAIL' then 'mail'
           when 'MEET' then 'meeting'
           when 'VIST' then 'visit'
           when 'TASK' then 'task'
           else a.kind_key
       end                                                         as kind,
       a.account_id                                                as account_id,
       if(a.parent_type = 'OPPORTUNITY', a.parent_id, null)        as opportunity_id,
       a.owner_id                                                  as owner_id,
       case a.status_key
           when 'PLAN' then 'planned'
           when 'DONE' then 'done'
           when 'CANC' then 'cancelled'
           else a.status_key
       end                                                         as status,
       a.due_at                                                    as planned_at,
       a.done_at                                                   as done_at,
       cast(a.duration_min as double)                              as duration_minutes,
       a._source_file,
       a._source_line,
       if(a.deleted, 'soft-deleted', null) as _filter
from activity a
