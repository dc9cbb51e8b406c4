-- One row per case as it stood at the end of :as_of. A case closed after :as_of was open or waiting then, as the history
-- says. A case is owned by an agent, or by a queue until one takes it.
with keyed as (
    select *,
           transform(array(id, account_id, owner_id, product_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from case_request
),
next_change as (
    select transform(array(case_id), key -> if(
        key not rlike '^[A-Za-z0-9]{15}$',
        key,
        concat(key, array_join(transform(array(1, 6, 11), start -> substr(
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
            1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
            1)), ''))))[0] as key,
           min_by(old_value, created_date) filter (where field = 'Status')        as status,
           min_by(old_value, created_date) filter (where field = 'Priority')      as priority
    from case_history
    where created_date >= :as_of_end and not coalesce(is_deleted, false)
    group by all
),
closed_status as (
    select status
    from case_request
    group by status
    having bool_or(is_closed)
),
known as (
    select c.*,
           coalesce(n.status, c.status)                                           as status_then,
           coalesce(n.priority, c.priority)                                       as priority_then,
           case
               when n.status is not null then s.status is not null
               when c.closed_date >= :as_of_end then false
               else coalesce(c.is_closed, c.closed_date is not null)
           end                                                                    as is_closed_then
    from keyed c
    left join next_change n on n.key = c.ids[0]
    left join closed_status s on s.status = n.status
)
select ids[0]                                              as request_id,
       ids[1]                                              as account_id,
       if(ids[2] like '00G%', null, ids[2])                as agent_id,
       if(ids[2] like '00G%', ids[2], null)                as team_id,
       ids[3]                                              as product_id,
       case lower(origin)
           when 'email' then 'mail'
           else lower(origin)
       end                                                 as channel,
       case lower(type)
           when 'problem' then 'error'
           when 'feature request' then 'change'
           else lower(type)
       end                                                 as category,
       priority_then                                       as priority,
       case
           when is_closed_then then 'resolved'
           when status_then rlike '(?i)hold|wait|pending' then 'pending'
           else 'open'
       end                                                 as status,
       created_date                                        as opened_at,
       if(is_closed_then and closed_date < :as_of_end, closed_date, null)   as resolved_at,
       _source_file,
       _source_line,
       case
           when not _fivetran_active then 'superseded'
           when master_record_id is not null then 'merged'
           when is_deleted or _fivetran_deleted then 'soft-deleted'
       end                                                 as _filter,
       if(id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from known
