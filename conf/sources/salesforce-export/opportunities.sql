-- One row per opportunity as it stood at the end of :as_of.
--
-- The row of the CRM is what stands today. Where a history tells of changes after :as_of, stage, amount, probability and
-- close date are those of the last snapshot before, or the old values of the first field change after. The close date
-- is a promise until the deal is closed and is overwritten then: closed_at is the moment at which the history says it
-- was closed, and only without one the close date. Amounts are in the currency of the record.
with keyed as (
    select *,
           try_cast(close_date as date)                                                   as close_day,
           transform(array(id, account_id, owner_id, campaign_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from opportunity
),
stage as (
    select stage_name,
           bool_or(is_closed or is_won)      as is_closed,
           bool_or(is_won)                   as is_won
    from (select stage_name, is_closed, is_won from opportunity
          union all
          select stage_name, is_closed, is_won from opportunity_stage)
    group by stage_name
),
version as (
    select *,
           transform(array(coalesce(opportunity_id, id)), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), ''))))[0] as key,
           coalesce(if(opportunity_id is null, _fivetran_start, null), created_date)   as changed_at
    from opportunity_history
    where not coalesce(is_deleted, false)
),
field_change as (
    select *,
           transform(array(opportunity_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), ''))))[0] as key
    from opportunity_field_history
    where not coalesce(is_deleted, false)
),
snapshot as (
    select key,
           changed_at,
           stage_name,
           amount,
           try_cast(close_date as date)                                      as close_date,
           probability,
           lag(stage_name) over (partition by key order by changed_at, id)   as stage_before
    from version
    where changed_at is not null
),
last_snapshot as (
    select key,
           max_by(struct(stage_name, amount, close_date, probability), changed_at)
               filter (where changed_at < :as_of_end)                        as then,
           bool_or(changed_at >= :as_of_end)                                 as changed_since
    from snapshot
    group by key
),
next_change as (
    select key,
           min_by(old_value, created_date) filter (where field = 'StageName')    as stage_name,
           min_by(old_value, created_date) filter (where field = 'Amount')       as amount,
           min_by(old_value, created_date) filter (where field = 'CloseDate')    as close_date
    from field_change
    where created_date >= :as_of_end
    group by key
),
move as (
    select key, changed_at, stage_before, stage_name, close_date
    from snapshot
    where stage_before is null or stage_before <> stage_name
    union all
    select f.key, f.created_date, f.old_value, f.new_value, null
    from field_change f
    left anti join snapshot s on s.key = f.key
    where f.field = 'StageName'
),
closing as (
    select m.key,
           max(m.changed_at)
               filter (where after.is_closed and not coalesce(before.is_closed, false))   as closed_at,
           max_by(m.stage_name, m.changed_at)                                             as stage_name,
           max(m.changed_at)                                                              as stage_entered_at
    from move m
    left join stage after on after.stage_name = m.stage_name
    left join stage before on before.stage_name = m.stage_before
    where m.changed_at < :as_of_end
    group by m.key
),
promise as (
    select s.key,
           max_by(s.close_date, s.changed_at)                                             as close_date
    from snapshot s
    left join stage g on g.stage_name = s.stage_name
    where s.changed_at < :as_of_end and not coalesce(g.is_closed, false)
    group by s.key
),
known as (
    select o.*,
           if(l.changed_since and l.then is not null,
              l.then.stage_name,
              coalesce(n.stage_name, o.stage_name))                                       as stage_then,
           if(l.changed_since and l.then is not null,
              l.then.amount,
              coalesce(try_cast(n.amount as decimal(18, 2)), o.amount))                   as amount_then,
           if(l.changed_since and l.then is not null,
              l.then.close_date,
              coalesce(try_cast(n.close_date as date), o.close_day))                      as close_date_then,
           if(l.changed_since and l.then is not null, l.then.probability, o.probability)  as probability_then
    from keyed o
    left join last_snapshot l on l.key = o.ids[0]
    left join next_change n on n.key = o.ids[0]
),
judged as (
    select k.*,
           case
               when k.stage_then = k.stage_name and k.is_won then 'won'
               when k.stage_then = k.stage_name and k.is_closed then 'lost'
               when k.stage_then = k.stage_name and not k.is_closed then 'open'
               when g.is_won then 'won'
               when g.is_closed then 'lost'
               when not g.is_closed then 'open'
               when k.stage_then ilike '%closed%won%' then 'won'
               when k.stage_then ilike '%closed%' then 'lost'
               else 'open'
           end                                                                            as outcome
    from known k
    left join stage g on g.stage_name = k.stage_then
),
closed as (
    select j.*,
           case
               when j.outcome = 'open' then null
               when c.stage_name = j.stage_then and c.closed_at is not null then c.closed_at
               when j.close_date_then > :as_of
                   then coalesce(j.last_stage_change_date, j.last_modified_date, cast(j.close_date_then as timestamp))
               else cast(j.close_date_then as timestamp)
           end                                                                            as closed_at,
           j.outcome <> 'open' and j.close_date_then > :as_of and c.closed_at is null     as is_promise_kept_early,
           if(c.stage_name = j.stage_then, c.stage_entered_at,
              if(j.stage_then = j.stage_name and j.last_stage_change_date < :as_of_end, j.last_stage_change_date, null))
                                                                                          as stage_entered_at,
           if(j.outcome = 'open', j.close_date_then, coalesce(p.close_date, j.close_date_then))
                                                                                          as expected_close_date
    from judged j
    left join closing c on c.key = j.ids[0]
    left join promise p on p.key = j.ids[0]
)
select ids[0]                                                           as opportunity_id,
       name                                                             as name,
       ids[1]                                                           as account_id,
       ids[2]                                                           as owner_id,
       stage_then                                                       as stage,
       outcome                                                          as outcome,
       amount_then                                                      as amount,
       amount_then                                                      as amount_original,
       coalesce(currency_iso_code, :source_currency)                    as currency,
       probability_then / 100                                           as probability,
       lead_source                                                      as source,
       ids[3]                                                           as campaign_id,
       if(outcome = 'lost', lost_reason, null)                          as lost_reason,
       created_date                                                     as created_at,
       stage_entered_at                                                 as stage_entered_at,
       closed_at                                                        as closed_at,
       coalesce(cast(expected_close_date as string), close_date)        as expected_close_date,
       coalesce(currency_iso_code, :source_currency)                    as _currency,
       coalesce(cast(closed_at as date), :as_of)                        as _rate_day,
       _source_file,
       _source_line,
       case
           when not _fivetran_active then 'superseded'
           when is_deleted or _fivetran_deleted then 'soft-deleted'
       end as _filter,
       nullif(concat_ws(',',
           if(id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null),
           if(is_promise_kept_early, 'closed-at-from-last-change', null)), '') as _repair
from closed
