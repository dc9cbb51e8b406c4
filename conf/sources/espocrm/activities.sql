-- One row per call, meeting, task and mail. What lasts the whole day has a date only, and no planned time.
with activity as (
    select id, 'call' as kind, parent_type, parent_id, account_id, assigned_user_id,
           case status when 'Held' then 'done' when 'Not Held' then 'cancelled' else 'planned' end as status,
           date_start                                                               as planned_at,
           if(status = 'Held', coalesce(date_end, date_start), null)                as done_at,
           (unix_micros(date_end) - unix_micros(date_start)) / 60000000             as minutes,
           created_at, deleted, cast(null as string) as repair, _source_file, _source_line
    from calls
    union all
    select id, 'meeting', parent_type, parent_id, account_id, assigned_user_id,
           case status when 'Held' then 'done' when 'Not Held' then 'cancelled' else 'planned' end,
           date_start,
           if(status = 'Held', coalesce(date_end, date_start), null),
           (unix_micros(date_end) - unix_micros(date_start)) / 60000000,
           created_at, deleted, null, _source_file, _source_line
    from meetings
    union all
    select id, 'task', parent_type, parent_id, account_id, assigned_user_id,
           case status when 'Completed' then 'done' when 'Canceled' then 'cancelled' when 'Deferred' then 'cancelled'
                       else 'planned' end,
           date_end,
           if(status = 'Completed', coalesce(date_completed, modified_at), null),
           null,
           created_at, deleted,
           if(status = 'Completed' and date_completed is null, 'done-at-from-last-change', null), _source_file, _source_line
    from tasks
    union all
    select id, 'mail', parent_type, parent_id, account_id, assigned_user_id,
           if(status in ('Draft', 'Sending', 'Failed'), 'planned', 'done'),
           null,
           if(status in ('Draft', 'Sending', 'Failed'), null, coalesce(date_sent, created_at)),
           null,
           created_at, deleted, null, _source_file, _source_line
    from emails
)
select v.id                                                        as activity_id,
       v.kind                                                      as kind,
       a.id                                                        as account_id,
       o.id                                                        as opportunity_id,
       v.assigned_user_id                                          as owner_id,
       v.status                                                    as status,
       v.planned_at                                                as planned_at,
       v.done_at                                                   as done_at,
       cast(v.minutes as double)                                   as duration_minutes,
       v._source_file,
       v._source_line,
       case
           when v.deleted = 1 then 'soft-deleted'
           when v.created_at >= :as_of_end then 'after-as-of'
       end                                                         as _filter,
       v.repair                                                    as _repair
from activity v
left join opportunity o on v.parent_type = 'Opportunity' and o.id = v.parent_id and coalesce(o.deleted, 0) = 0
left join account a on a.id = coalesce(v.account_id, if(v.parent_type = 'Account', v.parent_id, o.account_id))
                   and coalesce(a.deleted, 0) = 0
