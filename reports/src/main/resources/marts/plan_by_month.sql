-- One row per planned unit and month: the plan, what was booked, and what was booked in the same month a year before.
-- A unit is total, or region:, team: or product: with a name or an id, written as there. Bookings of a unit without a
-- plan are not here.
--
-- grain:   scope, month
-- inputs:  crm.plans, mart.bookings_by_month, crm.teams, crm.products
-- columns:
--   scope                   unit as the plan names it
--   month                   first day of the month
--   plan_amount             [project currency] planned bookings
--   won_amount              [project currency] sum of the amounts won in the unit
--   year_before_won_amount  [project currency] the same, twelve months earlier
with booked as (
    select b.month,
           b.won_amount,
           array('total',
                 'region:' || b.region,
                 'team:' || t.name,
                 'team:' || b.team_id,
                 'product:' || p.name,
                 'product:' || b.product_id) as scopes
    from mart.bookings_by_month b
    left join crm.teams t    on t.team_id = b.team_id
    left join crm.products p on p.product_id = b.product_id
)
select p.scope,
       p.month,
       any_value(p.amount)                                                     as plan_amount,
       coalesce(sum(b.won_amount) filter (where b.month = p.month), 0)         as won_amount,
       coalesce(sum(b.won_amount) filter (where b.month < p.month), 0)         as year_before_won_amount
from crm.plans p
left join booked b
    on b.month in (p.month, add_months(p.month, -12)) and array_contains(b.scopes, p.scope)
group by p.scope, p.month
