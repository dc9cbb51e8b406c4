-- One row per change that the stream of a case tells of, and one for its first status where the stream lacks it. Statuses
-- stand as those of requests: new and assigned are both open. How notes become rows: see opportunity_changes.
with parsed as (
    select id, parent_id, type, number, created_by_id, created_at, deleted, _source_file, _source_line,
           from_json(data, 'value string, statusValue string, assignedUserId string, fields array<string>,
                            attributes struct<was: map<string, string>, became: map<string, string>>') as data
    from case_note
),
listed as (
    select p.*,
           case type
               when 'Create' then filter(array(named_struct('name', 'status', 'old_value', cast(null as string),
                                                            'new_value', data.statusValue),
                                               named_struct('name', 'assignedUserId', 'old_value', cast(null as string),
                                                            'new_value', data.assignedUserId)),
                                         told -> told.new_value is not null)
               when 'Status' then array(named_struct('name', 'status', 'old_value', cast(null as string),
                                                     'new_value', data.value))
               when 'Assign' then array(named_struct('name', 'assignedUserId', 'old_value', cast(null as string),
                                                     'new_value', data.assignedUserId))
               when 'Update' then transform(filter(array_sort(map_keys(data.attributes.became)),
                                                   name -> not data.attributes.was[name] <=> data.attributes.became[name]
                                                           and (array_contains(data.fields, name)
                                                                or name in ('assignedUserId', 'accountId'))),
                                            name -> named_struct('name', name, 'old_value', data.attributes.was[name],
                                                                 'new_value', data.attributes.became[name]))
           end as entries
    from parsed p
),
told as (
    select l.id, l.parent_id, l.type, l.number, l.created_by_id, l.created_at, l.deleted, l._source_file, l._source_line,
           e.position,
           e.entry.name                                            as name,
           e.entry.old_value                                       as old_value,
           e.entry.new_value                                       as new_value
    from listed l
    lateral view outer posexplode(l.entries) e as position, entry
),
chained as (
    select t.*,
           coalesce(t.old_value,
                    lag(t.new_value) over (partition by t.parent_id, t.name, coalesce(t.deleted, 0)
                                           order by t.created_at, t.number, t.position)) as known_old_value,
           row_number() over (partition by t.parent_id, t.name, coalesce(t.deleted, 0)
                              order by t.created_at, t.number, t.position) as place_of_all
    from told t
),
first_status as (
    select c.id,
           least(c.created_at, f.created_at)                       as created_at,
           if(f.id is null, c.status, f.old_value)                 as status,
           c.created_by_id,
           c._source_file,
           c._source_line
    from cases c
    left join chained f on f.parent_id = c.id and f.name = 'status' and f.place_of_all = 1 and coalesce(f.deleted, 0) = 0
    where coalesce(c.deleted, 0) = 0
      and c.created_at < :as_of_end
      and coalesce(f.type, '') <> 'Create'
),
change as (
    select parent_id, created_at, created_by_id, name, known_old_value as old_value, new_value, number, position,
           coalesce(position > 0, false) as _derived, deleted, _source_file, _source_line
    from chained
    union all
    select id, created_at, created_by_id, 'status', null, status, -1, 0, true, 0, _source_file, _source_line
    from first_status
    where status is not null
),
label as (
    select *
    from values ('status', 'New', 'open'), ('status', 'Assigned', 'open'), ('status', 'Pending', 'pending'),
                ('status', 'Closed', 'resolved'), ('status', 'Rejected', 'resolved'), ('status', 'Duplicate', 'resolved')
             as label (name, value, label)
)
select c.parent_id                                                 as request_id,
       timestampadd(microsecond,
                    row_number() over (partition by c.parent_id, c.name, c.created_at, coalesce(c.deleted, 0)
                                       order by c.number, c.position) - 1,
                    c.created_at)                                  as changed_at,
       case c.name
           when 'assignedUserId' then 'agent_id'
           when 'accountId' then 'account_id'
           when 'type' then 'category'
           else c.name
       end                                                         as field,
       coalesce(before.label, c.old_value)                         as old_value,
       coalesce(after.label, c.new_value)                          as new_value,
       c.created_by_id                                             as changed_by,
       c._derived,
       c._source_file,
       c._source_line,
       case
           when c.deleted = 1 then 'soft-deleted'
           when o.id is null or o.deleted = 1 then 'of-deleted-request'
           when c.name is null or c.name = 'status' and c.new_value is null then 'tells-of-no-change'
       end                                                         as _filter
from change c
left join cases o on o.id = c.parent_id
left join label before on before.name = c.name and before.value = c.old_value
left join label after on after.name = c.name and after.value = c.new_value
