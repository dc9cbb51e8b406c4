-- One row per currency beside the project's. SuiteCRM keeps one present rate per currency, units for one unit of the base
-- currency; a rate here is the project's currency for one unit, on the day on which the row was last changed.
--
-- Where the project's currency is not the base, a row for the base currency is added. Where it is neither the base nor one
-- of the currencies, SuiteCRM knows no rate to it. A rate changed after :as_of is the only one there is, and stands for
-- :as_of.
with known as (
    select c.*,
           upper(trim(c.iso4217))                                  as iso_code,
           cast(coalesce(c.date_modified, c.date_entered) as date) as changed_on,
           row_number() over (partition by coalesce(c.deleted, 0), upper(trim(c.iso4217))
                              order by c.date_modified desc, c.id) as place
    from currencies c
),
project as (
    select if(:source_currency = :project_currency, 1,
              max(if(iso_code = :project_currency and coalesce(deleted, 0) = 0 and place = 1 and conversion_rate > 0,
                     conversion_rate, null)))                      as units_per_base
    from known
)
select k.iso_code                                                  as currency,
       least(k.changed_on, :as_of)                                 as day,
       cast(p.units_per_base / nullif(k.conversion_rate, 0) as decimal(20, 10)) as rate,
       false                                                       as _derived,
       k._source_file,
       k._source_line,
       case
           when k.deleted = 1 then 'soft-deleted'
           when k.iso_code = :project_currency then 'project-currency'
           when k.iso_code = :source_currency or k.id = '-99' then 'base-currency'
           when k.iso_code is null then 'no-currency-code'
           when p.units_per_base is null then 'no-rate-to-project-currency'
           when coalesce(k.conversion_rate, 0) <= 0 then 'no-rate'
           when k.place > 1 then 'superseded'
       end                                                         as _filter,
       if(k.changed_on > :as_of, 'rate-of-a-later-day', null)      as _repair
from known k
cross join project p
union all
select :source_currency                                            as currency,
       least(k.changed_on, :as_of)                                 as day,
       cast(k.conversion_rate as decimal(20, 10))                  as rate,
       true                                                        as _derived,
       k._source_file,
       k._source_line,
       cast(null as string)                                        as _filter,
       if(k.changed_on > :as_of, 'rate-of-a-later-day', null)      as _repair
from known k
where k.iso_code = :project_currency
  and :source_currency <> :project_currency
  and coalesce(k.deleted, 0) = 0
  and k.place = 1
  and k.conversion_rate > 0
