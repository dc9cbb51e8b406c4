-- One row per planned unit and fiscal month: the plan, what was booked, and what was booked in the same month a year before.
-- A unit is total, or region:, team: or product: with a name or an id, written as there. A plan belongs to the fiscal month
-- that its day lies in. Bookings of a unit without a plan are not here.
--
-- grain:   scope, month
-- inputs:  crm.plans, mart.sales_lines, mart.fiscal_days, crm.teams, crm.products
-- columns:
--   scope                   unit as the plan names it
--   month                   first day of the fiscal month
--   plan_amount             [project currency] planned bookings
--   won_amount              [project currency] sum of the amounts won in the unit; of products by their lines
--   year_before_won_amount  [project currency] the same, twelve fiscal months earlier
with booked as (
    select d.month,
           d.month_next_year,
           s.region,
           s.team_id,
           t.name           as team,
           s.product_id,
           p.name           as product,
           sum(s.amount)    as won_amount
    from mart.sales_lines s
    join mart.fiscal_days d  on d.day = s.day
    left join crm.teams t    on t.team_id = s.team_id
    left join crm.products p on p.product_id = s.product_id
    where s.basis = 'bookings'
    group by all
),
planned as (
    select p.scope, d.month, sum(p.amount) as amount
    from crm.plans p
    join mart.fiscal_days d on d.day = p.month
    group by p.scope, d.month
)
select p.scope,
       p.month,
       any_value(p.amount)                                                              as plan_amount,
       coalesce(sum(b.won_amount) filter (where b.month = p.month), 0)                  as won_amount,
       coalesce(sum(b.won_amount) filter (where b.month_next_year = p.month), 0)        as year_before_won_amount
from planned p
left join booked b
    on p.month in (b.month, b.month_next_year)
    and p.scope in ('total', 'region:' || b.region, 'team:' || b.team, 'team:' || b.team_id, 'product:' || b.product,
                    'product:' || b.product_id)
group by p.scope, p.month
