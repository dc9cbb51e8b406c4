-- One row per changed field of a ticket, with the words of the clean table. Several stages are one state here: a move
-- between them is no change.
with ticket_stage as (
    select stage_id,
           bool_or(coalesce(is_closed, false) or upper(ticket_state) = 'CLOSED')          as is_closed,
           bool_or(label ilike 'waiting on contact%' or label ilike '%pending%' or label ilike '%on hold%')
                                                                                          as is_pending
    from ticket_pipeline_stage
    group by stage_id
),
event as (
    select h.*,
           transform(array(h.changed_at), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp)))[0] as moment,
           case h.name
               when 'hs_pipeline_stage' then 'status'
               when 'hubspot_owner_id' then 'agent_id'
               when 'hs_ticket_priority' then 'priority'
               when 'hs_ticket_category' then 'category'
           end                                                                            as field,
           case
               when h.name <> 'hs_pipeline_stage' then h.value
               when s.is_closed then 'resolved'
               when s.is_pending then 'pending'
               else 'open'
           end                                                                            as new_value
    from ticket_property_history h
    left join ticket_stage s on h.name = 'hs_pipeline_stage' and s.stage_id = h.value
),
followed as (
    select *,
           row_number() over course                                                       as place,
           lag(new_value) over course                                                     as old_value
    from event
    window course as (partition by ticket_id, field order by moment, value, _source_line)
)
select ticket_id       as request_id,
       coalesce(date_format(moment, 'yyyy-MM-dd HH:mm:ss.SSSSSSXXX'), changed_at) as changed_at,
       field           as field,
       old_value       as old_value,
       new_value       as new_value,
       _source_file,
       _source_line,
       case
           when field is null then 'other-field'
           when place > 1 and new_value is not distinct from old_value then 'unchanged'
       end             as _filter
from followed
