-- One row per deal as it stood at the end of :as_of.
--
-- Stage ids are opaque: the label comes from the pipelines, and the id stands where they do not know it. A stage id may
-- be known to several pipelines, so the deal's own comes first. Of several companies the primary one counts, else the
-- one with the lowest number. The close date is a promise until the deal is closed, and then the moment at which it was.
-- What changed after :as_of is taken back where a history tells the value before. A deal that the CRM keeps without a
-- stage is open.
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
stage as (
    select pipeline_id,
           stage_id,
           min_by(label, coalesce(_fivetran_deleted, false))                              as label,
           min_by(probability, coalesce(_fivetran_deleted, false))                        as probability,
           bool_or(closed_won)                                                            as is_won,
           bool_or(coalesce(is_closed, closed_won or probability = 0))                    as is_closed
    from deal_pipeline_stage
    where pipeline_id is not null
    group by pipeline_id, stage_id
),
any_stage as (
    select stage_id,
           min_by(label, struct(coalesce(_fivetran_deleted, false), pipeline_id))         as label,
           min_by(probability, struct(coalesce(_fivetran_deleted, false), pipeline_id))   as probability,
           bool_or(closed_won)                                                            as is_won,
           bool_or(coalesce(is_closed, closed_won or probability = 0))                    as is_closed
    from deal_pipeline_stage
    group by stage_id
),
linked_company as (
    select d.deal_id,
           min_by(d.company_id, struct(d.type_id is distinct from '5', try_cast(d.company_id as bigint), d.company_id))
                                                                                          as company_id
    from deal_company d
    left anti join (select id from company where is_deleted or _fivetran_deleted) gone on gone.id = d.company_id
    where not coalesce(d._fivetran_deleted, false)
    group by d.deal_id
),
merged_company as (
    select trim(part)                                                                     as gone,
           min(id)                                                                        as stays
    from company lateral view explode(split(merged_object_ids, ';')) as part
    where trim(part) not in ('', id)
    group by trim(part)
),
entry as (
    select deal_id, coalesce(date_entered, _fivetran_start) as entered, value as stage_id
    from deal_stage
    union all
    select p.deal_id, p.changed_at, p.value
    from deal_property_history p
    left anti join deal_stage s on s.deal_id = p.deal_id
    where p.name = 'dealstage'
),
timed_entry as (
    select deal_id,
           stage_id,
           transform(array(entered), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp)))[0] as entered_at
    from entry
),
move as (
    select *,
           lag(stage_id) over (partition by deal_id order by entered_at, stage_id)        as stage_before
    from timed_entry
    where entered_at is not null
),
past_stage as (
    select deal_id,
           max_by(stage_id, entered_at) filter (where entered_at < :as_of_end)            as stage_id,
           bool_or(entered_at >= :as_of_end)                                              as is_changed,
           max(entered_at) filter (where entered_at < :as_of_end and stage_id is distinct from stage_before)
                                                                                          as entered_at
    from move
    group by deal_id
),
property as (
    select deal_id,
           name,
           value,
           transform(array(changed_at, if(name = 'closedate', value, null)), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp))) as times
    from deal_property_history
),
past as (
    select deal_id,
           max_by(value, times[0]) filter (where name = 'amount' and times[0] < :as_of_end)                as amount,
           bool_or(name = 'amount' and times[0] >= :as_of_end)                            as is_amount_changed,
           max_by(times[1], times[0]) filter (where name = 'closedate' and times[0] < :as_of_end)          as closedate,
           bool_or(name = 'closedate' and times[0] >= :as_of_end)                         as is_closedate_changed,
           max_by(value, times[0]) filter (where name = 'hubspot_owner_id' and times[0] < :as_of_end)      as owner_id,
           bool_or(name = 'hubspot_owner_id' and times[0] >= :as_of_end)                  as is_owner_changed
    from property
    group by deal_id
),
promise as (
    select p.deal_id,
           max_by(p.times[1], p.times[0])                                                 as closedate
    from property p
    join past_stage h on h.deal_id = p.deal_id and p.times[0] < h.entered_at
    where p.name = 'closedate'
    group by p.deal_id
),
timed_deal as (
    select *,
           transform(array(createdate, closedate), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp))) as times
    from deal
),
known as (
    select d.*,
           coalesce(h.is_changed and h.stage_id is not null, false)                       as is_taken_back,
           if(h.is_changed and h.stage_id is not null, h.stage_id, coalesce(d.deal_pipeline_stage_id, h.stage_id))
                                                                                          as stage_then,
           h.entered_at                                                                   as stage_entered_at,
           if(p.is_amount_changed, try_cast(p.amount as decimal(18, 2)), d.amount)        as amount_then,
           if(p.is_amount_changed, null, d.amount_in_home_currency)                       as home_amount_then,
           if(p.is_closedate_changed, p.closedate, d.times[1])                            as closedate_then,
           if(p.is_owner_changed, p.owner_id, d.owner_id)                                 as owner_then
    from timed_deal d
    left join past_stage h on h.deal_id = d.deal_id
    left join past p on p.deal_id = d.deal_id
),
staged as (
    select k.*,
           coalesce(s.label, a.label, k.stage_then, 'no stage')                           as stage,
           coalesce(s.probability, a.probability, if(k.is_taken_back, null, k.stage_probability))   as probability,
           case
               when coalesce(s.is_won, s.is_closed, a.is_won, a.is_closed) is not null
                   then case
                       when coalesce(s.is_won, a.is_won) then 'won'
                       when coalesce(s.is_closed, a.is_closed) then 'lost'
                       else 'open'
                   end
               when not k.is_taken_back and k.is_closed_won then 'won'
               when not k.is_taken_back and k.is_closed then 'lost'
               when k.stage_then = 'closedwon' or k.stage_then ilike 'closed won%' then 'won'
               when k.stage_then = 'closedlost' or k.stage_then ilike 'closed lost%' then 'lost'
               else 'open'
           end                                                                            as outcome
    from known k
    left join stage s on s.stage_id = k.stage_then and s.pipeline_id = k.deal_pipeline_id
    left join any_stage a on a.stage_id = k.stage_then
),
closed as (
    select *,
           case
               when outcome = 'open' then null
               when closedate_then < :as_of_end then closedate_then
               else coalesce(stage_entered_at, closedate_then)
           end                                                                            as closed_at
    from staged
)
select d.deal_id                                                                          as opportunity_id,
       d.dealname                                                                         as name,
       coalesce(c.stays, l.company_id, d.associated_company_id)                           as account_id,
       d.owner_then                                                                       as owner_id,
       d.stage                                                                            as stage,
       d.outcome                                                                          as outcome,
       coalesce(d.home_amount_then, d.amount_then)                                        as amount,
       d.amount_then                                                                      as amount_original,
       coalesce(d.deal_currency_code, :source_currency)                                   as currency,
       d.probability                                                                      as probability,
       d.analytics_source                                                                 as source,
       if(d.outcome = 'lost', d.closed_lost_reason, null)                                 as lost_reason,
       coalesce(date_format(d.times[0], 'yyyy-MM-dd HH:mm:ss.SSSSSSXXX'), d.createdate) as created_at,
       d.stage_entered_at                                                                 as stage_entered_at,
       d.closed_at                                                                        as closed_at,
       coalesce(
           cast(cast(if(d.outcome <> 'open' and p.closedate is not null, p.closedate, d.closedate_then) as date) as string),
           d.closedate)
                                                                                          as expected_close_date,
       if(d.home_amount_then is null, coalesce(d.deal_currency_code, :source_currency), :source_currency)
                                                                                          as _currency,
       coalesce(cast(d.closed_at as date), :as_of)                                        as _rate_day,
       d._source_file,
       d._source_line,
       case
           when d.is_deleted or d._fivetran_deleted then 'soft-deleted'
           when m.gone is not null then 'merged'
       end                                                                                as _filter,
       if(d.stage_then is null, 'stage-missing', null)                                    as _repair
from closed d
left join linked_company l on l.deal_id = d.deal_id
left join merged_company c on c.gone = coalesce(l.company_id, d.associated_company_id)
left join promise p on p.deal_id = d.deal_id
left join merged_deals m on m.gone = d.deal_id
