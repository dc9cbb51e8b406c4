-- One row per case, as it stood at the end of :as_of; what the audit says was changed later is taken back.
--
-- A case is resolved while its state is 'Closed' and its status one of the closed ones. SuiteCRM's forms change both at once;
-- where other programs changed one of them only, the last change in the audit that closed or opened the case decides, and
-- without one a case counts as closed when either says so.
-- SuiteCRM keeps no closing time: it is the change in the audit that began the present stretch of being closed, and without
-- an audit the time of the last change of the row.
-- The first response is the first update of the portal that a user wrote and the customer can see.
with change as (
    select parent_id,
           field_name,
           date_created,
           coalesce(before_value_string, before_value_text, '')    as before_value,
           coalesce(after_value_string, after_value_text, '')      as after_value
    from cases_audit
    where field_name in ('state', 'status', 'priority', 'assigned_user_id')
),
later as (
    select parent_id,
           min_by(before_value, date_created) filter (where field_name = 'status')              as status,
           min_by(before_value, date_created) filter (where field_name = 'priority')            as priority,
           min_by(before_value, date_created) filter (where field_name = 'assigned_user_id')    as agent_id
    from change
    where date_created >= :as_of_end
    group by parent_id
),
turn as (
    select parent_id,
           date_created,
           after_value rlike '^(Closed|Rejected$|Duplicate$)'                                   as closes
    from change
    where field_name in ('state', 'status')
      and (after_value rlike '^(Closed|Rejected$|Duplicate$)') <> (before_value rlike '^(Closed|Rejected$|Duplicate$)')
),
turned as (
    select parent_id,
           max_by(closes, struct(date_created, closes))                                         as last_closes,
           min_by(closes, struct(date_created, closes)) filter (where date_created >= :as_of_end) as next_closes,
           max(date_created) filter (where not closes and date_created < :as_of_end)            as opened_at
    from turn
    group by parent_id
),
closing as (
    select t.parent_id,
           min(t.date_created) as closed_at
    from turn t
    join turned l on l.parent_id = t.parent_id
    where t.closes and t.date_created < :as_of_end and coalesce(t.date_created > l.opened_at, true)
    group by t.parent_id
),
response as (
    select case_id,
           min(date_entered) as first_response_at
    from aop_case_updates
    where coalesce(deleted, 0) = 0
      and coalesce(internal, 0) = 0
      and contact_id is null
      -- Mails of unknown senders are entered by the scheduler, which is user 1, for nobody.
      and (assigned_user_id is not null or created_by <> '1')
      and date_entered < :as_of_end
    group by case_id
),
team as (
    select r.record_id,
           min(g.id) as team_id
    from securitygroups_records r
    join securitygroups g on g.id = r.securitygroup_id and coalesce(g.deleted, 0) = 0
    where r.module = 'Cases' and coalesce(r.deleted, 0) = 0
    group by r.record_id
    having count(distinct g.id) = 1
),
stood as (
    select c.*,
           coalesce(nullif(t.status, ''), c.status)                                             as status_then,
           coalesce(nullif(t.priority, ''), c.priority)                                         as priority_then,
           if(t.agent_id is null, c.assigned_user_id, nullif(t.agent_id, ''))                   as agent_id,
           coalesce(c.state = 'Closed', c.status rlike '^(Closed|Rejected$|Duplicate$)', false) as state_is_closed,
           coalesce(c.status rlike '^(Closed|Rejected$|Duplicate$)', c.state = 'Closed', false) as status_is_closed
    from cases c
    left join later t on t.parent_id = c.id
),
judged as (
    select s.*,
           case
               when l.next_closes is not null then not l.next_closes
               when s.state_is_closed = s.status_is_closed then s.state_is_closed
               else coalesce(l.last_closes, true)
           end                                                                                  as is_closed,
           e.closed_at
    from stood s
    left join turned l on l.parent_id = s.id
    left join closing e on e.parent_id = s.id
)
select c.id                                                                                     as request_id,
       a.id                                                                                     as account_id,
       c.agent_id                                                                               as agent_id,
       t.team_id                                                                                as team_id,
       c.type                                                                                   as category,
       case c.priority_then when 'P1' then 'High' when 'P2' then 'Medium' when 'P3' then 'Low'
                            else c.priority_then end                                            as priority,
       case
           when c.is_closed then 'resolved'
           when c.status_then in ('Open_Pending Input', 'Pending Input') then 'pending'
           else 'open'
       end                                                                                      as status,
       c.date_entered                                                                           as opened_at,
       r.first_response_at                                                                      as first_response_at,
       case
           when not c.is_closed then null
           when c.closed_at is not null then c.closed_at
           when c.date_modified < :as_of_end then c.date_modified
           else c.date_entered
       end                                                                                      as resolved_at,
       c._source_file,
       c._source_line,
       if(c.deleted = 1, 'soft-deleted', null)                                                  as _filter,
       nullif(concat_ws(', ',
                        if(c.account_id is not null and a.id is null, 'deleted-account-left-out', null),
                        if(c.is_closed and c.closed_at is null, 'resolved-at-from-last-change', null)), '') as _repair
from judged c
left join accounts a on a.id = c.account_id and coalesce(a.deleted, 0) = 0
left join response r on r.case_id = c.id
left join team t on t.record_id = c.id
