-- One row per case, as it stood at the end of :as_of; what the stream says was changed later is taken back.
--
-- Closed, rejected and duplicate cases are resolved, since the note that began the stretch of such statuses. EspoCRM keeps
-- no closing time: without notes it is the time of the last change. The first response is the first mail sent from the case.
with note as (
    select parent_id,
           type,
           created_at,
           number,
           from_json(data, 'value string, statusValue string,
                            attributes struct<was: map<string, string>, became: map<string, string>>') as data
    from case_note
    where coalesce(deleted, 0) = 0
),
status_event as (
    select parent_id,
           type,
           created_at,
           number,
           case type
               when 'Create' then data.statusValue
               when 'Status' then data.value
               when 'Update' then data.attributes.became['status']
           end as status
    from note
),
turn as (
    select e.*,
           e.status in ('Closed', 'Rejected', 'Duplicate')
               and coalesce(lag(e.status) over (partition by e.parent_id order by e.created_at, e.number), '')
                   not in ('Closed', 'Rejected', 'Duplicate')      as closes
    from status_event e
    where e.status is not null
),
history as (
    select parent_id,
           max_by(status, struct(created_at, number)) filter (where created_at < :as_of_end)    as earlier_status,
           count_if(created_at >= :as_of_end)                                                   as later_count,
           max(created_at) filter (where created_at < :as_of_end and closes)                    as closed_at
    from turn
    group by parent_id
),
answer as (
    select parent_id,
           min(created_at) as first_response_at
    from note
    where type = 'EmailSent' and created_at < :as_of_end
    group by parent_id
),
stood as (
    select c.*,
           if(coalesce(h.later_count, 0) = 0, c.status, coalesce(h.earlier_status, c.status))   as status_then,
           h.closed_at
    from cases c
    left join history h on h.parent_id = c.id
),
team_of as (
    select l.entity_id,
           min(t.id) as team_id
    from entity_team l
    join team t on t.id = l.team_id and coalesce(t.deleted, 0) = 0
    where l.entity_type = 'Case' and coalesce(l.deleted, 0) = 0
    group by l.entity_id
    having count(distinct t.id) = 1
)
select c.id                                                                                     as request_id,
       a.id                                                                                     as account_id,
       c.assigned_user_id                                                                       as agent_id,
       t.team_id                                                                                as team_id,
       if(c.inbound_email_id is null, null, 'mail')                                             as channel,
       c.type                                                                                   as category,
       c.priority                                                                               as priority,
       case
           when c.status_then in ('Closed', 'Rejected', 'Duplicate') then 'resolved'
           when c.status_then = 'Pending' then 'pending'
           else 'open'
       end                                                                                      as status,
       c.created_at                                                                             as opened_at,
       r.first_response_at                                                                      as first_response_at,
       case
           when c.status_then not in ('Closed', 'Rejected', 'Duplicate') then null
           when c.closed_at is not null then c.closed_at
           when c.modified_at < :as_of_end then c.modified_at
           when c.status_then is not null then c.created_at
       end                                                                                      as resolved_at,
       c._source_file,
       c._source_line,
       if(c.deleted = 1, 'soft-deleted', null)                                                  as _filter,
       nullif(concat_ws(', ',
                        if(c.account_id is not null and a.id is null, 'deleted-account-left-out', null),
                        if(c.status_then in ('Closed', 'Rejected', 'Duplicate') and c.closed_at is null,
                           'resolved-at-from-last-change', null)), '')                          as _repair
from stood c
left join account a on a.id = c.account_id and coalesce(a.deleted, 0) = 0
left join answer r on r.parent_id = c.id
left join team_of t on t.entity_id = c.id
