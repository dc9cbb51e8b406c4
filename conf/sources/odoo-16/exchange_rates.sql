-- One row per currency and day on which its rate to the project's currency changed.
--
-- Odoo keeps units for one unit of a base that it does not name. A rate here is rate(project) / rate(currency), each the
-- last on or before the day: a row is derived for each day on which only the project's rate changed.
-- Rates belong to a company or to all; those of the company take precedence. A currency has the rates of the first company
-- that keeps its books in it, else of the one that keeps them in the project's currency, else of the first with any.
with project as (
    select max(id) as id
    from res_currency
    where name = :project_currency
),
quoted as (
    select r.*,
           row_number() over (partition by currency_id, company_id, name order by id desc) as repetition
    from res_currency_rate r
),
visible as (
    select c.id               as viewer,
           r.currency_id,
           r.name             as day,
           max(r.rate) filter (where r.company_id is not null)  as own_rate,
           max(r.rate) filter (where r.company_id is null)      as common_rate
    from res_company c
    join quoted r on (r.company_id is null or r.company_id = c.id) and r.repetition = 1
    group by c.id, r.currency_id, r.name
),
wanted as (
    select currency_id from res_currency_rate
    union
    select currency_id from res_company
),
quoting as (
    select viewer, currency_id, max(coalesce(own_rate, common_rate) <> 1) as is_no_base
    from visible
    group by viewer, currency_id
),
-- Without rates of its own a currency counts 1 only where it can be the base: the currency of the company, or, where the
-- rates of that one show that it is not, the project's.
chosen as (
    select w.currency_id,
           min_by(c.id, struct(other.viewer is null and c.currency_id <> project.id,
                               c.currency_id <> w.currency_id,
                               c.currency_id <> project.id,
                               c.id))                                                  as viewer
    from wanted w
    cross join project
    cross join res_company c
    left join quoting own on own.viewer = c.id and own.currency_id = w.currency_id
    left join quoting other on other.viewer = c.id and other.currency_id = project.id
    left join quoting books on books.viewer = c.id and books.currency_id = c.currency_id
    where w.currency_id <> project.id
          and (own.viewer is not null and (other.viewer is not null or c.currency_id = project.id or books.is_no_base)
               or other.viewer is not null and c.currency_id = w.currency_id)
    group by w.currency_id
),
days as (
    select distinct chosen.currency_id, chosen.viewer, v.day
    from chosen
    cross join project
    join visible v on v.viewer = chosen.viewer and v.currency_id in (chosen.currency_id, project.id)
),
beside as (
    select b.currency_id,
           b.viewer,
           b.day,
           last_value(own.own_rate) ignore nulls over before          as own_last,
           last_value(own.common_rate) ignore nulls over before       as common_last,
           first_value(own.own_rate) ignore nulls over whole          as own_first,
           first_value(own.common_rate) ignore nulls over whole       as common_first,
           last_value(base.own_rate) ignore nulls over before         as project_own_last,
           last_value(base.common_rate) ignore nulls over before      as project_common_last,
           first_value(base.own_rate) ignore nulls over whole         as project_own_first,
           first_value(base.common_rate) ignore nulls over whole      as project_common_first
    from days b
    cross join project
    left join visible own on own.viewer = b.viewer and own.currency_id = b.currency_id and own.day = b.day
    left join visible base on base.viewer = b.viewer and base.currency_id = project.id and base.day = b.day
    window before as (partition by b.currency_id order by b.day rows between unbounded preceding and current row),
           whole as (partition by b.currency_id order by b.day rows between unbounded preceding and unbounded following)
),
rated as (
    select currency_id,
           viewer,
           day,
           cast(cast(coalesce(project_own_last, project_common_last, project_own_first, project_common_first, 1) as double)
                / cast(nullif(coalesce(own_last, common_last, own_first, common_first, 1), 0) as double)
                as decimal(20, 10)) as rate
    from beside
),
driving as (
    select q.id,
           q.currency_id,
           q.name           as day,
           chosen.viewer,
           row_number() over (partition by q.currency_id, q.name order by q.company_id is null, q.id desc) as place
    from quoted q
    join chosen on chosen.currency_id = q.currency_id and (q.company_id is null or q.company_id = chosen.viewer)
    where q.repetition = 1
)
select m.name                                                as currency,
       q.name                                                as day,
       rated.rate                                            as rate,
       q._source_file,
       q._source_line,
       case
           when q.currency_id = project.id then 'project-currency'
           when q.repetition > 1 then 'repeated-rate'
           when chosen.viewer is null then 'no-rate-of-the-project-currency'
           when driving.id is null then 'other-company'
           when driving.place > 1 then 'rate-of-company-stands'
       end                                                   as _filter,
       false                                                 as _derived
from quoted q
cross join project
left join res_currency m on m.id = q.currency_id
left join chosen on chosen.currency_id = q.currency_id
left join driving on driving.id = q.id
left join rated on rated.currency_id = q.currency_id and rated.day = q.name
union all
select m.name, rated.day, rated.rate, 'res_currency_rate', null, null, true
from rated
left join driving on driving.currency_id = rated.currency_id and driving.day = rated.day and driving.place = 1
left join res_currency m on m.id = rated.currency_id
where driving.id is null
