-- How far each planned unit has come in the fiscal quarter and year that :as_of lies in, and how many days are left. What
-- is needed per day follows from these. Booked is counted in the months that have a plan, as in plan_by_month.
--
-- grain:   scope, period
-- inputs:  mart.plan_by_month, mart.sales_by_month, mart.fiscal_days, crm.calendars
-- columns:
--   scope              unit as the plan names it, or owner: with the id of a user who has a quota
--   period             quarter or year
--   period_label       its name, as Q1 2026
--   first_day          first day of the period
--   last_day           last day of the period
--   plan_amount        [project currency] planned bookings of the whole period
--   booked_amount      [project currency] sum of the amounts won so far
--   days_gone          [days] days gone, :as_of included
--   days_left          [days] days left
--   working_days_gone  [days] those of them on which any calendar has people work; empty unless a calendar has every day
--   working_days_left  [days] likewise
with units as (
    select scope, month, plan_amount, won_amount
    from mart.plan_by_month
    union all
    select concat('owner:', owner_id), month, sum(plan_amount) filter (where plan_scope = 'owner'), coalesce(sum(amount), 0)
    from mart.sales_by_month
    where basis = 'bookings' and owner_id is not null
    group by owner_id, month
    having sum(plan_amount) filter (where plan_scope = 'owner') is not null
),
periods as (
    select 'quarter' as period, quarter_label as period_label, quarter as first_day, quarter_end as last_day
    from mart.fiscal_days
    where day = :as_of
    union all
    select 'year', year_label, year, year_end
    from mart.fiscal_days
    where day = :as_of
),
working as (
    select day, max(working) as working
    from crm.calendars
    group by day
),
days as (
    select p.period, p.period_label, p.first_day, p.last_day,
           count_if(d.day <= :as_of)                                                       as days_gone,
           count_if(d.day > :as_of)                                                        as days_left,
           if(count(*) = count(w.working), count_if(w.working and d.day <= :as_of), null)  as working_days_gone,
           if(count(*) = count(w.working), count_if(w.working and d.day > :as_of), null)   as working_days_left
    from periods p
    join mart.fiscal_days d  on d.day between p.first_day and p.last_day
    left join working w      on w.day = d.day
    group by p.period, p.period_label, p.first_day, p.last_day
)
select u.scope,
       d.period,
       any_value(d.period_label)         as period_label,
       any_value(d.first_day)            as first_day,
       any_value(d.last_day)             as last_day,
       sum(u.plan_amount)                as plan_amount,
       sum(u.won_amount)                 as booked_amount,
       any_value(d.days_gone)            as days_gone,
       any_value(d.days_left)            as days_left,
       any_value(d.working_days_gone)    as working_days_gone,
       any_value(d.working_days_left)    as working_days_left
from units u
join days d on u.month between d.first_day and d.last_day
group by u.scope, d.period
