-- One row per task and per event. The first three characters of an id name its object: 006 opportunity, 001 account.
-- Copies of an event for those invited, and the series behind repeated ones, are left out.
with activity as (
    select id, account_id, what_id, owner_id,
           case
               when lower(task_subtype) = 'call' or lower(type) = 'call' then 'call'
               when lower(task_subtype) in ('email', 'listemail') or lower(type) = 'email' then 'mail'
               when lower(type) in ('meeting', 'visit') then lower(type)
               else 'task'
           end                                                                        as kind,
           case
               when is_closed or status = 'Completed' then 'done'
               when status in ('Deferred', 'Canceled', 'Cancelled') then 'cancelled'
               else 'planned'
           end                                                                        as status,
           cast(try_cast(activity_date as date) as timestamp)                         as planned_at,
           if(is_closed or status = 'Completed', completed_date_time, null)           as done_at,
           call_duration_in_seconds / 60                                              as duration_minutes,
           if(is_recurrence, 'series', null)                                          as left_out,
           is_deleted, _fivetran_deleted, _fivetran_active, _source_file, _source_line
    from task
    union all
    select id, account_id, what_id, owner_id,
           case
               when lower(type) in ('call', 'visit') then lower(type)
               when lower(type) = 'email' then 'mail'
               else 'meeting'
           end,
           if(coalesce(end_date_time, start_date_time) < :as_of_end, 'done', 'planned'),
           start_date_time,
           if(coalesce(end_date_time, start_date_time) < :as_of_end, coalesce(end_date_time, start_date_time), null),
           duration_in_minutes,
           case when is_recurrence then 'series' when is_child then 'invitation' end,
           is_deleted, _fivetran_deleted, _fivetran_active, _source_file, _source_line
    from event
),
keyed as (
    select *,
           transform(array(id, account_id, what_id, owner_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from activity
)
select ids[0]                                                     as activity_id,
       kind                                                       as kind,
       coalesce(ids[1], if(ids[2] like '001%', ids[2], null))     as account_id,
       if(ids[2] like '006%', ids[2], null)                       as opportunity_id,
       ids[3]                                                     as owner_id,
       status                                                     as status,
       planned_at                                                 as planned_at,
       done_at                                                    as done_at,
       duration_minutes                                           as duration_minutes,
       _source_file,
       _source_line,
       case
           when not _fivetran_active then 'superseded'
           when is_deleted or _fivetran_deleted then 'soft-deleted'
           else left_out
       end                                                        as _filter,
       if(id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed
