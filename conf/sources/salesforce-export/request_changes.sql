-- One row per changed field of a case, with the words of the clean table. Several states of the CRM are one here: a step
-- between them is none. Persons are named twice, by name and by id: the id counts.
with closed_status as (
    select status
    from case_request
    group by status
    having bool_or(is_closed)
),
worded as (
    select h.*,
           transform(array(h.case_id, h.created_by_id, h.old_value, h.new_value), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids,
           case h.field
               when 'Status' then 'status'
               when 'Priority' then 'priority'
               when 'Owner' then 'agent_id'
               when 'OwnerId' then 'agent_id'
           end                                                                    as changed_field,
           case
               when h.old_value is null then null
               when before.status is not null then 'resolved'
               when h.old_value rlike '(?i)hold|wait|pending' then 'pending'
               else 'open'
           end                                                                    as old_status,
           case
               when h.new_value is null then null
               when after.status is not null then 'resolved'
               when h.new_value rlike '(?i)hold|wait|pending' then 'pending'
               else 'open'
           end                                                                    as new_status
    from case_history h
    left join closed_status before on h.field = 'Status' and before.status = h.old_value
    left join closed_status after on h.field = 'Status' and after.status = h.new_value
)
select ids[0]                                                                     as request_id,
       created_date                                                               as changed_at,
       changed_field                                                              as field,
       case changed_field when 'status' then old_status when 'agent_id' then ids[2] else old_value end   as old_value,
       case changed_field when 'status' then new_status when 'agent_id' then ids[3] else new_value end   as new_value,
       ids[1]                                                                     as changed_by,
       _source_file,
       _source_line,
       case
           when is_deleted then 'soft-deleted'
           when changed_field is null then 'other-field'
           when changed_field = 'status' and old_status = new_status then 'unchanged'
           when changed_field = 'agent_id'
               and not coalesce(ids[3], ids[2]) rlike '^(005|00G)[A-Za-z0-9]{15}$' then 'name-of-an-id'
       end                                                                        as _filter
from worded
