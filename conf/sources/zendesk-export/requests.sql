-- One row per ticket as it stood at the end of :as_of.
--
-- A ticket is resolved from the moment at which it was last solved or closed and not opened again. The history of fields
-- says when; without it the last change of the ticket stands, and is marked. An answer is a public comment of an agent
-- who did not ask. A ticket without an organization belongs to that of whoever asked.
with state as (
    select *
    from values ('new', 'open'), ('open', 'open'), ('pending', 'pending'), ('hold', 'pending'), ('on-hold', 'pending'),
                ('solved', 'resolved'), ('closed', 'resolved') as state (status, name)
),
entry as (
    select h.ticket_id,
           h.updated,
           coalesce(s.name, lower(h.value))                                                        as status,
           lag(coalesce(s.name, lower(h.value))) over (partition by h.ticket_id order by h.updated, h._source_line)
                                                                                                   as status_before
    from ticket_field_history h
    left join state s on s.status = lower(h.value)
    where h.field_name = 'status' and h.updated is not null
),
past as (
    select ticket_id,
           max_by(status, updated) filter (where updated < :as_of_end)                             as status,
           bool_or(updated >= :as_of_end)                                                          as is_changed,
           max(updated) filter (where updated < :as_of_end and status = 'resolved'
               and status_before is distinct from 'resolved')                                      as resolved_at
    from entry
    group by ticket_id
),
priority as (
    select ticket_id,
           max_by(value, updated) filter (where updated < :as_of_end)                              as priority,
           bool_or(updated >= :as_of_end)                                                          as is_changed
    from ticket_field_history
    where field_name = 'priority'
    group by ticket_id
),
answer as (
    select c.ticket_id,
           min(c.created)                                                                          as created
    from ticket_comment c
    join person p on p.id = c.user_id
    left join (select id, max(requester_id) as requester_id from ticket group by id) t on t.id = c.ticket_id
    where coalesce(c.public, true)
      and lower(p.role) <> 'end-user'
      and c.user_id is distinct from t.requester_id
      and c.created < :as_of_end
    group by c.ticket_id
),
home as (
    select id, max(organization_id) as organization_id
    from person
    group by id
),
rating as (
    select ticket_id,
           max_by(score, struct(coalesce(updated_at, created_at), id))                             as score
    from satisfaction_rating
    where lower(score) not in ('offered', 'unoffered') and coalesce(created_at < :as_of_end, true)
    group by ticket_id
),
known as (
    select t.*,
           h.resolved_at,
           if(h.is_changed and h.status is not null, h.status, coalesce(s.name, lower(t.status)))  as status_then,
           coalesce(h.is_changed, false)                                                           as is_taken_back,
           if(p.is_changed, p.priority, t.priority)                                                as priority_then,
           lower(coalesce(r.score, t.satisfaction_rating_score))                                   as mark
    from ticket t
    left join state s on s.status = lower(t.status)
    left join past h on h.ticket_id = t.id
    left join priority p on p.ticket_id = t.id
    left join rating r on r.ticket_id = t.id
)
select k.id                                                          as request_id,
       coalesce(k.organization_id, o.organization_id)                as account_id,
       k.assignee_id                                                 as agent_id,
       k.group_id                                                    as team_id,
       case lower(k.via_channel)
           when 'email' then 'mail'
           when 'voice' then 'phone'
           when 'web_service' then 'web'
           when 'web_form' then 'web'
           when 'web_widget' then 'web'
           when 'mobile' then 'web'
           when 'chat_transcript' then 'chat'
           when 'messaging' then 'chat'
           when 'native_messaging' then 'chat'
           else lower(k.via_channel)
       end                                                           as channel,
       if(lower(k.type) in ('incident', 'problem'), 'error', lower(k.type))   as category,
       k.priority_then                                               as priority,
       k.status_then                                                 as status,
       k.created_at                                                  as opened_at,
       a.created                                                     as first_response_at,
       if(k.status_then = 'resolved', coalesce(k.resolved_at, k.updated_at), null)   as resolved_at,
       case
           when k.mark = 'good' then 5
           when k.mark = 'bad' then 1
           else try_cast(k.mark as double)
       end                                                           as satisfaction,
       k._source_file,
       k._source_line,
       case
           when not k._fivetran_active then 'superseded'
           when lower(k.status) = 'deleted' or k.is_deleted or k._fivetran_deleted then 'soft-deleted'
       end                                                           as _filter,
       if(k.status_then = 'resolved' and k.resolved_at is null, 'resolved-at-from-last-update', null) as _repair
from known k
left join home o on o.id = k.requester_id
left join answer a on a.ticket_id = k.id
