-- One row per call, meeting, task and mail. The account is that of the parent: itself, or the one of the opportunity, case
-- or contact. SuiteCRM keeps no time at which a task was done; it is when the row last changed.
with activity as (
    select id, 'call' as kind, parent_type, parent_id, cast(null as string) as contact_id, assigned_user_id,
           case status when 'Held' then 'done' when 'Not Held' then 'cancelled' else 'planned' end as status,
           date_start                                                                        as planned_at,
           if(status = 'Held', coalesce(date_end, date_start), null)                         as done_at,
           cast(coalesce(duration_hours, 0) * 60 + coalesce(duration_minutes, 0) as double)  as minutes,
           date_entered, deleted, cast(null as string) as repair, _source_file, _source_line
    from calls
    union all
    select id, 'meeting', parent_type, parent_id, null, assigned_user_id,
           case status when 'Held' then 'done' when 'Not Held' then 'cancelled' else 'planned' end,
           date_start,
           if(status = 'Held', coalesce(date_end, date_start), null),
           cast(coalesce(duration_hours, 0) * 60 + coalesce(duration_minutes, 0) as double),
           date_entered, deleted, null, _source_file, _source_line
    from meetings
    union all
    select id, 'task', parent_type, parent_id, contact_id, assigned_user_id,
           case status when 'Completed' then 'done' when 'Deferred' then 'cancelled' else 'planned' end,
           date_due,
           if(status = 'Completed', date_modified, null),
           null,
           date_entered, deleted, if(status = 'Completed', 'done-at-from-last-change', null), _source_file, _source_line
    from tasks
    union all
    select id, 'mail', parent_type, parent_id, null, assigned_user_id,
           if(type = 'draft' or status = 'draft', 'planned', 'done'),
           null,
           if(type = 'draft' or status = 'draft', null, coalesce(date_sent_received, date_sent, date_entered)),
           null,
           date_entered, deleted, null, _source_file, _source_line
    from emails
),
account_of as (
    select 'Accounts' as parent_type, id as parent_id, id as account_id
    from accounts
    union all
    select 'Opportunities', l.opportunity_id, max_by(l.account_id, struct(l.date_modified, l.id))
    from accounts_opportunities l
    join accounts a on a.id = l.account_id and coalesce(a.deleted, 0) = 0
    where coalesce(l.deleted, 0) = 0
    group by l.opportunity_id
    union all
    select 'Contacts', l.contact_id, max_by(l.account_id, struct(l.date_modified, l.id))
    from accounts_contacts l
    join accounts a on a.id = l.account_id and coalesce(a.deleted, 0) = 0
    where coalesce(l.deleted, 0) = 0
    group by l.contact_id
    union all
    select 'Cases', id, account_id
    from cases
)
select v.id                                                        as activity_id,
       v.kind                                                      as kind,
       a.id                                                        as account_id,
       o.id                                                        as opportunity_id,
       v.assigned_user_id                                          as owner_id,
       v.status                                                    as status,
       v.planned_at                                                as planned_at,
       v.done_at                                                   as done_at,
       v.minutes                                                   as duration_minutes,
       v._source_file,
       v._source_line,
       case
           when v.deleted = 1 then 'soft-deleted'
           when v.date_entered >= :as_of_end then 'after-as-of'
       end                                                         as _filter,
       v.repair                                                    as _repair
from activity v
left join account_of p on p.parent_type = v.parent_type and p.parent_id = v.parent_id
left join account_of d on d.parent_type = 'Contacts' and d.parent_id = v.contact_id
left join accounts a on a.id = coalesce(p.account_id, d.account_id) and coalesce(a.deleted, 0) = 0
left join opportunities o on v.parent_type = 'Opportunities' and o.id = v.parent_id and coalesce(o.deleted, 0) = 0
