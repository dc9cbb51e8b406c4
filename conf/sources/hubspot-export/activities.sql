-- One row per call, meeting, mail and task. Notes are no activities and are left out. What an engagement was about stands
-- in the file of its kind. Of several deals and companies the one with the lowest number counts.
with link as (
    select gone, min(stays) as stays
    from (select merged_deal_id as gone, deal_id as stays from merged_deal
          union all
          select trim(part), deal_id from deal lateral view explode(split(merged_object_ids, ';')) as part)
    where gone not in ('', stays)
    group by gone
),
merged_deals as (
    select a.gone, coalesce(c.stays, b.stays, a.stays) as stays
    from link a
    left join link b on b.gone = a.stays
    left join link c on c.gone = b.stays
),
told as (
    select engagement_id, owner_id, 'CALL' as type, null as status, duration_milliseconds / 60000 as minutes,
           occurred_at as starts, occurred_at as ends
    from engagement_call
    union all
    select engagement_id, owner_id, 'EMAIL', null, null, occurred_at, occurred_at
    from engagement_email
    union all
    select engagement_id, owner_id, 'MEETING', upper(meeting_outcome), null, start_time, end_time
    from engagement_meeting
    union all
    select engagement_id, owner_id, 'TASK', upper(status), null, due_at, completion_date
    from engagement_task
),
timed as (
    select *,
           transform(array(starts, ends), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp))) as times
    from told
),
detail as (
    select engagement_id,
           owner_id,
           times[0]                                                                       as starts_at,
           times[1]                                                                       as ends_at,
           case
               when status in ('CANCELED', 'CANCELLED', 'DEFERRED') then 'cancelled'
               when type = 'TASK' then if(status = 'COMPLETED', 'done', 'planned')
               when coalesce(times[1], times[0]) >= :as_of_end then 'planned'
               else 'done'
           end                                                                            as status,
           if(type = 'MEETING', (unix_millis(times[1]) - unix_millis(times[0])) / 60000, minutes)   as minutes
    from timed
),
described as (
    select engagement_id,
           max(owner_id)  as owner_id,
           max(starts_at) as starts_at,
           max(ends_at)   as ends_at,
           max(status)    as status,
           max(minutes)   as minutes
    from detail
    group by engagement_id
),
deal_of as (
    select e.engagement_id,
           min_by(coalesce(m.stays, e.deal_id), struct(try_cast(e.deal_id as bigint), e.deal_id)) as deal_id
    from engagement_deal e
    left join merged_deals m on m.gone = e.deal_id
    where not coalesce(e._fivetran_deleted, false)
    group by e.engagement_id
),
company_of as (
    select engagement_id,
           min_by(company_id, struct(try_cast(company_id as bigint), company_id)) as company_id
    from engagement_company
    where not coalesce(_fivetran_deleted, false)
    group by engagement_id
),
timed_engagement as (
    select *,
           transform(array(occurred_at, created_at), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp))) as times
    from engagement
),
known as (
    select e.*,
           d.starts_at,
           d.ends_at,
           d.minutes,
           coalesce(nullif(e.owner_id, '0'), d.owner_id)                                  as owner_key,
           coalesce(e.times[0], d.starts_at, e.times[1])                                  as at,
           case
               when d.status is not null then d.status
               when upper(e.type) = 'TASK' or coalesce(e.times[0], e.times[1]) >= :as_of_end then 'planned'
               else 'done'
           end                                                                            as status
    from timed_engagement e
    left join described d on d.engagement_id = e.id
)
select k.id                                                                               as activity_id,
       case upper(k.type)
           when 'CALL' then 'call'
           when 'MEETING' then 'meeting'
           when 'TASK' then 'task'
           else if(upper(k.type) like '%EMAIL%', 'mail', lower(k.type))
       end                                                                                as kind,
       c.company_id                                                                       as account_id,
       d.deal_id                                                                          as opportunity_id,
       k.owner_key                                                                        as owner_id,
       k.status                                                                           as status,
       coalesce(k.starts_at, k.at)                                                        as planned_at,
       if(k.status = 'done', coalesce(k.ends_at, k.at), null)                             as done_at,
       cast(k.minutes as double)                                                          as duration_minutes,
       k._source_file,
       k._source_line,
       case
           when k._fivetran_deleted or not k.active then 'soft-deleted'
           when upper(k.type) = 'NOTE' then 'note'
       end                                                                                as _filter
from known k
left join deal_of d on d.engagement_id = k.id
left join company_of c on c.engagement_id = k.id
