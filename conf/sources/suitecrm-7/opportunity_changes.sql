-- One row per audited change of an opportunity, and one for the stage it was entered with, which the audit does not have.
--
-- The audit knows seconds. What one field went through within a second stands in its order, a microsecond apart; rows that
-- say the same in the same second are copies. Amounts of the audit are in the base currency: they stand as amount where they
-- can be told in the project's currency, by the present rate, else under the name that SuiteCRM has for them.
with project_rate as (
    select if(:source_currency = :project_currency, 1,
              max(if(coalesce(deleted, 0) = 0 and upper(trim(iso4217)) = :project_currency and conversion_rate > 0,
                     conversion_rate, null))) as units_per_base
    from currencies
),
audited as (
    select parent_id                                               as opportunity_id,
           date_created                                            as changed_at,
           created_by                                              as changed_by,
           field_name,
           coalesce(before_value_string, before_value_text)        as old_value,
           coalesce(after_value_string, after_value_text)          as new_value,
           array_contains(collect_list(coalesce(after_value_string, after_value_text))
                              over (partition by parent_id, field_name, date_created),
                          coalesce(before_value_string, before_value_text, '')) as follows_another,
           false                                                   as _derived,
           _source_file,
           _source_line
    from opportunities_audit
),
first_change as (
    select opportunity_id,
           min(changed_at)                                                                as changed_at,
           min_by(coalesce(old_value, ''), struct(changed_at, follows_another, old_value)) as old_value
    from audited
    where field_name = 'sales_stage'
    group by opportunity_id
),
first_stage as (
    select o.id                                                    as opportunity_id,
           least(o.date_entered,
                 f.changed_at,
                 if(f.changed_at is null and o.sales_stage in ('Closed Won', 'Closed Lost')
                        and o.date_closed < cast(o.date_entered as date),
                    cast(o.date_closed as timestamp), null))       as changed_at,
           o.created_by                                            as changed_by,
           'sales_stage'                                           as field_name,
           cast(null as string)                                    as old_value,
           nullif(coalesce(f.old_value, o.sales_stage), '')        as new_value,
           false                                                   as follows_another,
           true                                                    as _derived,
           o._source_file,
           o._source_line
    from opportunities o
    left join first_change f on f.opportunity_id = o.id
    where coalesce(o.deleted, 0) = 0 and o.date_entered < :as_of_end
),
change as (
    select * from audited
    union all
    select * from first_stage where new_value is not null
),
told as (
    select c.*,
           o.id is null or o.deleted = 1                           as of_deleted,
           dense_rank() over (partition by c.opportunity_id, c.field_name, c.changed_at
                              order by c._derived desc, c.follows_another, c.old_value, c.new_value) - 1 as place,
           case
               when c.field_name = 'sales_stage' then 'stage'
               when c.field_name = 'assigned_user_id' then 'owner_id'
               when c.field_name = 'date_closed' then 'expected_close_date'
               when c.field_name = 'amount' then 'amount_original'
               when c.field_name = 'amount_usdollar' and r.units_per_base is not null then 'amount'
               when c.field_name = 'lead_source' then 'source'
               else lower(c.field_name)
           end                                                     as field,
           case
               when c.field_name = 'amount_usdollar' then coalesce(r.units_per_base, 1)
               when c.field_name = 'amount' then 1
           end                                                     as factor
    from change c
    cross join project_rate r
    left join opportunities o on o.id = c.opportunity_id
)
select opportunity_id                                              as opportunity_id,
       timestampadd(microsecond, place, changed_at)                as changed_at,
       field                                                       as field,
       case
           when factor is not null
               then coalesce(cast(cast(try_cast(old_value as double) * factor as decimal(18, 2)) as string), old_value)
           when field = 'probability' then coalesce(cast(try_cast(old_value as double) / 100 as string), old_value)
           else old_value
       end                                                         as old_value,
       case
           when factor is not null
               then coalesce(cast(cast(try_cast(new_value as double) * factor as decimal(18, 2)) as string), new_value)
           when field = 'probability' then coalesce(cast(try_cast(new_value as double) / 100 as string), new_value)
           else new_value
       end                                                         as new_value,
       changed_by                                                  as changed_by,
       _derived,
       _source_file,
       _source_line,
       if(of_deleted, 'of-deleted-opportunity', null)              as _filter
from told
