-- One row per changed field of a request. Agents stand with the key of the CRM, as text; new and being worked on are both open.
with status as (
    select *
    from values ('NEW', 'open'), ('WORK', 'open'), ('WAIT', 'pending'), ('DONE', 'resolved'), ('AUTO', 'auto-closed')
        as status (status_key, name)
)
select a.request_id                            as request_id,
       a.created_at                            as changed_at,
       case a.field_name
           when 'STATUS_KEY' then 'status'
           when 'ASSIGNEE_ID' then 'agent_id'
           else lower(a.field_name)
       end                                     as field,
       coalesce(before.name, a.old_value)      as old_value,
       coalesce(after.name, a.new_value)       as new_value,
       a.changed_by                            as changed_by,
       a._source_file,
       a._source_line,
       if(a.deleted, 'soft-deleted', null) as _filter
from service_request_audit a
left join status before on a.field_name = 'STATUS_KEY' and before.status_key = a.old_value
left join status after on a.field_name = 'STATUS_KEY' and after.status_key = a.new_value
