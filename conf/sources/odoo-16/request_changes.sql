-- One row per recorded change of stage or agent of a ticket, and one derived row for the status that it began in, which
-- Odoo does not record. Agents stand with their key. Changes of one field in the same second are put a microsecond apart,
-- in the order recorded.
with status as (
    select id,
           case
               when closed then 'resolved'
               when lower(coalesce(get_json_object(name, '$.en_US'),
                                   try_element_at(map_values(from_json(name, 'map<string,string>')), 1),
                                   name)) rlike 'await|wait|hold|pending' then 'pending'
               else 'open'
           end as status
    from helpdesk_ticket_stage
),
person as (
    select partner_id, min_by(id, struct(not active, id)) as user_id
    from res_users
    where id <> 1 and not coalesce(share, false)
    group by partner_id
),
recorded as (
    select t.*,
           row_number() over (partition by t.ticket_id, t.field_name, t.changed_at order by t.id) - 1 as same_second,
           coalesce(author.user_id, if(actor.id = 1, null, actor.id))                         as changed_by
    from helpdesk_tracking t
    left join person author on author.partner_id = t.author_id
    left join res_users actor on actor.id = t.create_uid and not coalesce(actor.share, false)
),
first_change as (
    select ticket_id,
           min(changed_at)                                                 as changed_at,
           min_by(nullif(old_value_integer, 0), struct(changed_at, id))    as stage_id
    from recorded
    where field_name = 'stage_id'
    group by ticket_id
)
select r.ticket_id                                                     as request_id,
       r.changed_at + make_dt_interval(0, 0, 0, r.same_second * 0.000001) as changed_at,
       if(r.field_name = 'stage_id', 'status', 'agent_id')             as field,
       if(r.field_name = 'stage_id', old_status.status, cast(nullif(r.old_value_integer, 0) as string)) as old_value,
       if(r.field_name = 'stage_id', new_status.status, cast(nullif(r.new_value_integer, 0) as string)) as new_value,
       r.changed_by                                                    as changed_by,
       r._source_file,
       r._source_line,
       case
           when h.id is null then 'deleted'
           when not coalesce(h.active, false) then 'archived'
       end                                                             as _filter,
       if(r.same_second > 0, 'same-second', null)                      as _repair,
       false                                                           as _derived
from recorded r
left join helpdesk_ticket h on h.id = r.ticket_id
left join status old_status on r.field_name = 'stage_id' and old_status.id = r.old_value_integer
left join status new_status on r.field_name = 'stage_id' and new_status.id = r.new_value_integer
union all
select h.id,
       least(h.create_date, first_change.changed_at - interval '0.000001' second),
       'status',
       null,
       if(first_change.ticket_id is null, present.status, former.status),
       creator.id,
       h._source_file,
       h._source_line,
       null,
       null,
       true
from helpdesk_ticket h
left join first_change on first_change.ticket_id = h.id
left join status present on present.id = h.stage_id
left join status former on former.id = first_change.stage_id
left join res_users creator on creator.id = h.create_uid and creator.id <> 1 and not coalesce(creator.share, false)
where coalesce(h.active, false)
