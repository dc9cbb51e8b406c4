-- One row per currency and day where EspoCRM keeps rates by day, which it does since version 10, else one with the present
-- rate, which stands for :as_of. A rate of EspoCRM is units of its base currency for one unit: what it is in the project's
-- currency follows from the project's own rate on that day. Without a rate of the project's currency there are none.
with dated as (
    select r.id,
           upper(trim(c.code))                                     as code,
           upper(trim(r.base_code))                                as base_code,
           r.date                                                  as day,
           r.rate,
           coalesce(r.deleted, 0) = 1 or coalesce(c.deleted, 0) = 1 as is_deleted,
           r._source_file,
           r._source_line
    from currency_record_rate r
    left join currency_record c on c.id = r.record_id
),
project_dated as (
    select base_code, day, rate, _source_file, _source_line
    from dated
    where code = :project_currency and not is_deleted and rate > 0
),
project_then as (
    select d.id,
           max_by(p.rate, p.day) as rate
    from dated d
    join project_dated p on p.base_code = d.base_code and p.day <= d.day
    group by d.id
),
project_now as (
    select max(if(upper(trim(id)) = :project_currency and rate > 0, rate, null)) as rate
    from currency
),
by_day as (
    select distinct code from dated where not is_deleted and day <= :as_of
    union
    select distinct base_code from project_dated where day <= :as_of
)
select d.code                                                      as currency,
       d.day                                                       as day,
       cast(d.rate / if(d.base_code = :project_currency, 1, p.rate) as decimal(20, 10)) as rate,
       false                                                       as _derived,
       d._source_file,
       d._source_line,
       case
           when d.is_deleted then 'soft-deleted'
           when d.code = :project_currency then 'project-currency'
           when d.base_code <> :project_currency and p.rate is null then 'no-rate-to-project-currency'
       end                                                         as _filter
from dated d
left join project_then p on p.id = d.id
union all
select base_code, day, cast(1 / rate as decimal(20, 10)), true, _source_file, _source_line, null
from project_dated
union all
select upper(trim(c.id)),
       :as_of,
       cast(c.rate / n.rate as decimal(20, 10)),
       false,
       c._source_file,
       c._source_line,
       case
           when coalesce(c.deleted, 0) = 1 then 'soft-deleted'
           when upper(trim(c.id)) = :project_currency then 'project-currency'
           when b.code is not null then 'known-by-day'
           when n.rate is null then 'no-rate-to-project-currency'
           when coalesce(c.rate, 0) <= 0 then 'no-rate'
       end
from currency c
cross join project_now n
left join by_day b on b.code = upper(trim(c.id))
