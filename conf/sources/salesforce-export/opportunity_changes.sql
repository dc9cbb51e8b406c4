-- One row per changed field of an opportunity.
--
-- The history of opportunities keeps a snapshot a change. Each snapshot is one row here, for the stage; those that moved
-- something else are left out as unchanged, and the other fields that moved stand beside, derived. The first snapshot
-- has no old values. The history of fields repeats what snapshots tell, so of both the snapshots count. Without them the
-- first stage is the old value of the first change, and is derived at the creation; a deal entered since the history is
-- kept that never moved has had its stage from the start. A history of fields names a person twice, by name and by id:
-- the id counts.
with version as (
    select *,
           transform(array(coalesce(opportunity_id, id), created_by_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids,
           try_cast(close_date as date)                                                as close_day,
           coalesce(if(opportunity_id is null, _fivetran_start, null), created_date)   as changed_at
    from opportunity_history
),
ordered as (
    select *,
           if(is_deleted, 'soft-deleted', null)                                        as left_out,
           row_number() over same_moment > 1                                           as is_overtaken
    from version
    window same_moment as (partition by ids[0], changed_at, coalesce(is_deleted, false) order by id desc)
),
snapshot as (
    select *,
           lag(struct(stage_name, amount, close_day, probability)) over course        as before
    from ordered
    window course as (partition by ids[0], coalesce(is_deleted, false), is_overtaken order by changed_at, id)
),
field_change as (
    select f.*,
           transform(array(f.opportunity_id, f.created_by_id, f.old_value, f.new_value), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids,
           case f.field
               when 'StageName' then 'stage'
               when 'Amount' then 'amount'
               when 'CloseDate' then 'expected_close_date'
               when 'Probability' then 'probability'
               when 'Owner' then 'owner_id'
               when 'OwnerId' then 'owner_id'
               when 'LeadSource' then 'source'
               when 'Name' then 'name'
           end                                                                         as changed_field
    from opportunity_field_history f
),
origin as (
    select transform(array(id), key -> if(
        key not rlike '^[A-Za-z0-9]{15}$',
        key,
        concat(key, array_join(transform(array(1, 6, 11), start -> substr(
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
            1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
            1)), ''))))[0] as key,
           stage_name,
           created_date
    from opportunity
    where not coalesce(is_deleted or _fivetran_deleted or not _fivetran_active, false)
),
first_change as (
    select ids[0]                                                                      as key,
           min_by(old_value, created_date)                                             as stage_name
    from field_change
    where changed_field = 'stage' and not coalesce(is_deleted, false)
    group by ids[0]
)
select ids[0]                                                as opportunity_id,
       changed_at                                            as changed_at,
       'stage'                                               as field,
       before.stage_name                                     as old_value,
       stage_name                                            as new_value,
       ids[1]                                                as changed_by,
       _source_file,
       _source_line,
       case
           when left_out is not null then left_out
           when is_overtaken then 'same-moment'
           when stage_name = before.stage_name then 'unchanged'
       end                                                   as _filter,
       false                                                 as _derived
from snapshot
union all
select s.ids[0], s.changed_at, change.field, change.old_value, change.new_value, s.ids[1], s._source_file, s._source_line,
       null, true
from snapshot s
lateral view explode(array(
    struct('amount' as field, cast(s.before.amount as string) as old_value, cast(s.amount as string) as new_value),
    struct('expected_close_date' as field, cast(s.before.close_day as string) as old_value,
           cast(s.close_day as string) as new_value),
    struct('probability' as field, cast(s.before.probability / 100 as string) as old_value,
           cast(s.probability / 100 as string) as new_value)
)) as change
where s.left_out is null and not s.is_overtaken and change.old_value is distinct from change.new_value
union all
select f.ids[0],
       f.created_date,
       f.changed_field,
       case
           when f.changed_field = 'owner_id' then f.ids[2]
           when f.changed_field = 'probability' then cast(try_cast(f.old_value as double) / 100 as string)
           when f.changed_field = 'expected_close_date' then cast(try_cast(f.old_value as date) as string)
           else f.old_value
       end,
       case
           when f.changed_field = 'owner_id' then f.ids[3]
           when f.changed_field = 'probability' then cast(try_cast(f.new_value as double) / 100 as string)
           when f.changed_field = 'expected_close_date' then cast(try_cast(f.new_value as date) as string)
           else f.new_value
       end,
       f.ids[1],
       f._source_file,
       f._source_line,
       case
           when f.is_deleted then 'soft-deleted'
           when f.changed_field is null then 'other-field'
           when f.changed_field in ('stage', 'amount', 'expected_close_date', 'probability') and s.key is not null
               then 'in-snapshots'
           when f.changed_field = 'owner_id'
               and not coalesce(f.ids[3], f.ids[2]) rlike '^(005|00G)[A-Za-z0-9]{15}$' then 'name-of-an-id'
       end,
       false
from field_change f
left join (select distinct ids[0] as key from snapshot) s on s.key = f.ids[0]
union all
select o.key, o.created_date, 'stage', null, coalesce(c.stage_name, o.stage_name), null, null, null, null, true
from origin o
left anti join snapshot s on s.ids[0] = o.key
left join first_change c on c.key = o.key
cross join (select min(created_date) as kept_since from opportunity_field_history) h
where o.created_date is not null and (c.key is not null or o.created_date >= h.kept_since)
