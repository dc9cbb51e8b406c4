-- One row per audited change of a case, and one for the status it was entered with, which the audit does not have.
--
-- Statuses stand as those of requests: new and being worked on are both open. The state, which SuiteCRM changes with the
-- status, stands under its own name. Within a second: see opportunity_changes.
with audited as (
    select parent_id                                               as request_id,
           date_created                                            as changed_at,
           created_by                                              as changed_by,
           field_name,
           coalesce(before_value_string, before_value_text)        as old_value,
           coalesce(after_value_string, after_value_text)          as new_value,
           array_contains(collect_list(coalesce(after_value_string, after_value_text))
                              over (partition by parent_id, field_name, date_created),
                          coalesce(before_value_string, before_value_text, '')) as follows_another,
           false                                                   as _derived,
           _source_file,
           _source_line
    from cases_audit
),
first_change as (
    select request_id,
           min(changed_at)                                                                as changed_at,
           min_by(coalesce(old_value, ''), struct(changed_at, follows_another, old_value)) as old_value
    from audited
    where field_name = 'status'
    group by request_id
),
first_status as (
    select c.id                                                    as request_id,
           least(c.date_entered, f.changed_at)                     as changed_at,
           c.created_by                                            as changed_by,
           'status'                                                as field_name,
           cast(null as string)                                    as old_value,
           nullif(coalesce(f.old_value, c.status), '')             as new_value,
           false                                                   as follows_another,
           true                                                    as _derived,
           c._source_file,
           c._source_line
    from cases c
    left join first_change f on f.request_id = c.id
    where coalesce(c.deleted, 0) = 0 and c.date_entered < :as_of_end
),
change as (
    select * from audited
    union all
    select * from first_status where new_value is not null
),
told as (
    select c.*,
           o.id is null or o.deleted = 1                           as of_deleted,
           dense_rank() over (partition by c.request_id, c.field_name, c.changed_at
                              order by c._derived desc, c.follows_another, c.old_value, c.new_value) - 1 as place
    from change c
    left join cases o on o.id = c.request_id
),
label as (
    select *
    from values ('status', 'Open_New', 'open'), ('status', 'Open_Assigned', 'open'),
                ('status', 'Open_Pending Input', 'pending'), ('status', 'Closed_Closed', 'resolved'),
                ('status', 'Closed_Rejected', 'resolved'), ('status', 'Closed_Duplicate', 'resolved'),
                ('status', 'New', 'open'), ('status', 'Assigned', 'open'), ('status', 'Pending Input', 'pending'),
                ('status', 'Closed', 'resolved'), ('status', 'Rejected', 'resolved'), ('status', 'Duplicate', 'resolved'),
                ('priority', 'P1', 'High'), ('priority', 'P2', 'Medium'), ('priority', 'P3', 'Low')
             as label (field_name, value, name)
)
select c.request_id                                                as request_id,
       timestampadd(microsecond, c.place, c.changed_at)            as changed_at,
       case c.field_name
           when 'assigned_user_id' then 'agent_id'
           when 'type' then 'category'
           else lower(c.field_name)
       end                                                         as field,
       case
           when before.name is not null then before.name
           when c.field_name = 'status' and c.old_value like 'Closed%' then 'resolved'
           when c.field_name = 'status' and c.old_value like 'Open%' then 'open'
           else c.old_value
       end                                                         as old_value,
       case
           when after.name is not null then after.name
           when c.field_name = 'status' and c.new_value like 'Closed%' then 'resolved'
           when c.field_name = 'status' and c.new_value like 'Open%' then 'open'
           else c.new_value
       end                                                         as new_value,
       c.changed_by                                                as changed_by,
       c._derived,
       c._source_file,
       c._source_line,
       if(c.of_deleted, 'of-deleted-request', null)                as _filter
from told c
left join label before on before.field_name = c.field_name and before.value = c.old_value
left join label after on after.field_name = c.field_name and after.value = c.new_value
