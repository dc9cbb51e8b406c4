-- One row per changed field of a ticket, with the words of the clean table; the old value is that of the row before.
-- Several states of Zendesk are one here: a step from new to open is no change. The same value twice is none either.
with state as (
    select *
    from values ('new', 'open'), ('open', 'open'), ('pending', 'pending'), ('hold', 'pending'), ('on-hold', 'pending'),
                ('solved', 'resolved'), ('closed', 'resolved') as state (status, name)
),
event as (
    select h.*,
           case h.field_name
               when 'status' then 'status'
               when 'priority' then 'priority'
               when 'type' then 'category'
               when 'assignee_id' then 'agent_id'
               when 'group_id' then 'team_id'
               when 'organization_id' then 'account_id'
           end                                                                            as field,
           case h.field_name
               when 'status' then coalesce(s.name, lower(h.value))
               when 'type' then if(lower(h.value) in ('incident', 'problem'), 'error', lower(h.value))
               else h.value
           end                                                                            as new_value
    from ticket_field_history h
    left join state s on h.field_name = 'status' and s.status = lower(h.value)
),
followed as (
    select *,
           row_number() over course                                                       as place,
           lag(new_value) over course                                                     as old_value
    from event
    window course as (partition by ticket_id, field order by updated, _source_line)
)
select ticket_id       as request_id,
       updated         as changed_at,
       field           as field,
       old_value       as old_value,
       new_value       as new_value,
       user_id         as changed_by,
       _source_file,
       _source_line,
       case
           when field is null then 'other-field'
           when place > 1 and new_value is not distinct from old_value then 'unchanged'
       end             as _filter
from followed
