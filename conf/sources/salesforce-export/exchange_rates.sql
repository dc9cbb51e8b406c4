-- One row per currency and day from which a rate holds. Salesforce keeps units for one of the corporate currency; a rate
-- here is the project's currency for one unit. A rate without a day holds for all time before the first with one, so it
-- stands at the day before all days. Where only the project's currency moves, the rates of all others move: those rows
-- are derived.
with dated as (
    select iso_code                                                  as currency,
           try_cast(start_date as date)                              as day,
           conversion_rate                                           as units,
           _source_file,
           _source_line,
           case
               when not _fivetran_active then 'superseded'
               when _fivetran_deleted then 'soft-deleted'
           end as left_out
    from dated_conversion_rate
    union all
    select iso_code,
           date'1970-01-01',
           conversion_rate,
           _source_file,
           _source_line,
           case
               when not _fivetran_active then 'superseded'
               when _fivetran_deleted then 'soft-deleted'
           end
    from currency_type
),
chosen as (
    select currency,
           day,
           min_by(units, struct(_source_file, _source_line)) as units
    from dated
    where left_out is null and units > 0 and day is not null
    group by currency, day
),
ours as (
    select day                                                       as from_day,
           lead(day) over (order by day)                             as to_day,
           units
    from chosen
    where currency = :project_currency
),
theirs as (
    select currency,
           day                                                       as from_day,
           lead(day) over (partition by currency order by day)       as to_day,
           units
    from chosen
    where currency <> :project_currency
)
select d.currency                                                    as currency,
       d.day                                                         as day,
       cast(o.units / d.units as decimal(20, 10))                    as rate,
       d._source_file,
       d._source_line,
       case
           when d.left_out is not null then d.left_out
           when d.currency = :project_currency then 'project-currency'
       end                                                           as _filter,
       false                                                         as _derived
from dated d
left join ours o on d.day >= o.from_day and (o.to_day is null or d.day < o.to_day)
union all
select t.currency, o.from_day, cast(o.units / t.units as decimal(20, 10)), null, null, null, true
from theirs t
join ours o on o.from_day > t.from_day and (t.to_day is null or o.from_day < t.to_day)
