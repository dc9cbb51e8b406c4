-- One row per changed field of a deal. Stages stand with the labels of the deal's own pipeline, as in the opportunities.
-- The first row of a deal has no old value. The history of properties repeats the stages: where the history of stages is
-- exported too, that one counts. Close dates are kept as epoch milliseconds and stand as days.
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
event as (
    select deal_id, coalesce(date_entered, _fivetran_start) as changed, 'stage' as field, value, null as left_out,
           _source_file, _source_line
    from deal_stage
    union all
    select p.deal_id,
           p.changed_at,
           case p.name
               when 'dealstage' then 'stage'
               when 'amount' then 'amount'
               when 'closedate' then 'expected_close_date'
               when 'hubspot_owner_id' then 'owner_id'
               when 'hs_deal_stage_probability' then 'probability'
               when 'dealname' then 'name'
               when 'closed_lost_reason' then 'lost_reason'
           end,
           p.value,
           if(p.name = 'dealstage' and s.deal_id is not null, 'in-stages', null),
           p._source_file,
           p._source_line
    from deal_property_history p
    left join (select distinct deal_id from deal_stage) s on s.deal_id = p.deal_id
),
timed as (
    select *,
           transform(array(changed, if(field = 'expected_close_date', value, null)), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp))) as times
    from event
),
labelled as (
    select e.*,
           e.times[0]                                                                     as changed_at,
           m.gone,
           case e.field
               when 'stage' then coalesce(s.label, a.label, e.value)
               when 'expected_close_date' then coalesce(cast(cast(e.times[1] as date) as string), e.value)
               else e.value
           end                                                                            as new_value
    from timed e
    left join (select deal_id, max(deal_pipeline_id) as pipeline_id from deal group by deal_id) d on d.deal_id = e.deal_id
    left join stage s on e.field = 'stage' and s.stage_id = e.value and s.pipeline_id = d.pipeline_id
    left join any_stage a on e.field = 'stage' and a.stage_id = e.value
    left join merged_deals m on m.gone = e.deal_id
),
followed as (
    select *,
           row_number() over course                                                       as place,
           lag(new_value) over course                                                     as old_value
    from labelled
    window course as (partition by deal_id, field, left_out order by changed_at, value, _source_line)
)
select deal_id         as opportunity_id,
       coalesce(date_format(changed_at, 'yyyy-MM-dd HH:mm:ss.SSSSSSXXX'), changed) as changed_at,
       field           as field,
       old_value       as old_value,
       new_value       as new_value,
       _source_file,
       _source_line,
       case
           when gone is not null then 'merged'
           when field is null then 'other-field'
           when left_out is not null then left_out
           when place > 1 and new_value is not distinct from old_value then 'unchanged'
       end             as _filter
from followed
