-- One row per ticket as it stood at the end of :as_of. The stage of its pipeline says whether a ticket is resolved; where
-- the pipelines do not know the stage, a ticket with a close date is. A ticket closed after :as_of was not resolved then.
with ticket_stage as (
    select stage_id,
           bool_or(coalesce(is_closed, false) or upper(ticket_state) = 'CLOSED')          as is_closed,
           bool_or(label ilike 'waiting on contact%' or label ilike '%pending%' or label ilike '%on hold%')
                                                                                          as is_pending
    from ticket_pipeline_stage
    group by stage_id
),
linked_company as (
    select ticket_id,
           min_by(company_id, struct(try_cast(company_id as bigint), company_id))         as company_id
    from ticket_company
    where not coalesce(_fivetran_deleted, false)
    group by ticket_id
),
timed_entry as (
    select ticket_id,
           value                                                                          as stage_id,
           transform(array(changed_at), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp)))[0] as entered_at
    from ticket_property_history
    where name = 'hs_pipeline_stage'
),
entry as (
    select *,
           lag(stage_id) over (partition by ticket_id order by entered_at, stage_id)      as stage_before
    from timed_entry
    where entered_at is not null
),
past as (
    select ticket_id,
           max_by(stage_id, entered_at) filter (where entered_at < :as_of_end)            as stage_id,
           bool_or(entered_at >= :as_of_end)                                              as is_changed,
           max(entered_at) filter (where entered_at < :as_of_end and stage_id is distinct from stage_before)
                                                                                          as entered_at
    from entry
    group by ticket_id
),
timed_ticket as (
    select *,
           transform(array(createdate, closed_date, first_agent_reply_date), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp))) as times
    from ticket
),
known as (
    select t.*,
           h.entered_at,
           coalesce(h.is_changed and h.stage_id is not null, false)                       as is_taken_back,
           if(h.is_changed and h.stage_id is not null, h.stage_id, t.pipeline_stage)      as stage_then,
           coalesce(t.times[1] < :as_of_end, false)                                       as has_closed
    from timed_ticket t
    left join past h on h.ticket_id = t.id
),
judged as (
    select k.*,
           s.is_pending,
           case
               when k.is_taken_back then coalesce(s.is_closed, false)
               when k.times[1] >= :as_of_end then false
               when s.stage_id is not null then s.is_closed
               when k.stage_then ilike 'closed%' then true
               else k.has_closed
           end                                                                            as is_resolved
    from known k
    left join ticket_stage s on s.stage_id = k.stage_then
)
select t.id                                                                               as request_id,
       c.company_id                                                                       as account_id,
       t.owner_id                                                                         as agent_id,
       t.team_id                                                                          as team_id,
       case upper(t.source_type)
           when 'EMAIL' then 'mail'
           when 'FORM' then 'web'
           else lower(t.source_type)
       end                                                                                as channel,
       case upper(t.category)
           when 'PRODUCT_ISSUE' then 'error'
           when 'FEATURE_REQUEST' then 'change'
           when 'GENERAL_INQUIRY' then 'question'
           else lower(t.category)
       end                                                                                as category,
       t.priority                                                                         as priority,
       case
           when t.is_resolved then 'resolved'
           when t.is_pending then 'pending'
           else 'open'
       end                                                                                as status,
       coalesce(date_format(t.times[0], 'yyyy-MM-dd HH:mm:ss.SSSSSSXXX'), t.createdate) as opened_at,
       if(t.times[2] < :as_of_end, t.times[2], null)                                      as first_response_at,
       case
           when not t.is_resolved then null
           when t.has_closed then t.times[1]
           else t.entered_at
       end                                                                                as resolved_at,
       t._source_file,
       t._source_line,
       if(t.is_deleted or t._fivetran_deleted, 'soft-deleted', null) as _filter
from judged t
left join linked_company c on c.ticket_id = t.id
