-- One row per sense of sale, fiscal month and member of all dimensions: what was sold, and what was sold by the same
-- member a month, a quarter and a year before. Members that sold in one of the two months only are here too: what they
-- lack is empty. In the month still running the earlier values stop at the same day of their month.
-- Plans and quotas stand in rows of their own, one per planned unit, because total and parts are both planned: sum
-- plan_amount of one plan_scope only, and everything else without regard to it.
--
-- grain:   basis, month, plan_scope, product_id, region, team_id, owner_id, segment, source
-- inputs:  mart.sales_lines, mart.fiscal_days, crm.plans, crm.quotas, crm.products, crm.teams
-- drill:   mart.sales_lines by basis, month of day = month, product_id, region, team_id, owner_id, segment, source
-- columns:
--   basis                  bookings, orders or revenue; plans are of bookings
--   month                  first day of the fiscal month; empty for sales without a date
--   plan_scope             what the plan is of: total, region, team, product or owner; empty in rows of sales
--   product_id             [products] product; empty for the plan of a product that no table knows
--   region                 sales region
--   team_id                [teams] team; empty for the plan of a team that no table knows
--   owner_id               [users] owner
--   segment                customer segment
--   source                 how the opportunity arose
--   line_count             [lines] lines sold
--   quantity               [units] units sold, as far as the source has them
--   amount                 [project currency] value of what was sold
--   costed_amount          [project currency] value of the lines whose cost is known
--   cost_amount            [project currency] their cost; costed_amount - cost_amount is the margin
--   plan_amount            [project currency] planned bookings
--   month_before_amount    [project currency] amount of the fiscal month before
--   quarter_before_amount  [project currency] amount of the month at the same place in the fiscal quarter before
--   year_before_amount     [project currency] amount of the same fiscal month a year before
with today as (
    select month, day_of_month, day = month_end as month_is_over
    from mart.fiscal_days
    where day = :as_of
),
units as (
    select plan_scope, unit, min_by(product_id, place) as product_id, min_by(team_id, place) as team_id
    from (
        select 'product' as plan_scope, product_id as unit, product_id, null as team_id, 1 as place from crm.products
        union all
        select 'product', name, product_id, null, 2 from crm.products
        union all
        select 'team', team_id, null, team_id, 1 from crm.teams
        union all
        select 'team', name, null, team_id, 2 from crm.teams)
    group by plan_scope, unit
),
planned as (
    select month, lower(split_part(scope, ':', 1)) as plan_scope, substr(scope, instr(scope, ':') + 1) as unit, amount
    from crm.plans
    union all
    select month, 'owner', owner_id, amount
    from crm.quotas
),
shown as (
    select s.*,
           w.what,
           d.day_of_month,
           case w.what
               when 'now' then d.month
               when 'month_before' then d.next_month
               when 'quarter_before' then d.month_next_quarter
               when 'year_before' then d.month_next_year
           end as month
    from mart.sales_lines s
    left join mart.fiscal_days d on d.day = s.day
    cross join (values ('now'), ('month_before'), ('quarter_before'), ('year_before')) as w(what)
),
facts as (
    select s.basis, s.month, null as plan_scope,
           s.product_id, s.region, s.team_id, s.owner_id, s.segment, s.source,
           if(s.what = 'now', 1, null)                                                   as line_count,
           if(s.what = 'now', s.quantity, null)                                          as quantity,
           if(s.what = 'now', s.amount, null)                                            as amount,
           if(s.what = 'now' and s.cost_amount is not null, s.amount, null)              as costed_amount,
           if(s.what = 'now', s.cost_amount, null)                                       as cost_amount,
           null                                                                           as plan_amount,
           if(s.what = 'month_before', s.amount, null)                                   as month_before_amount,
           if(s.what = 'quarter_before', s.amount, null)                                 as quarter_before_amount,
           if(s.what = 'year_before', s.amount, null)                                    as year_before_amount
    from shown s
    cross join today t
    where s.what = 'now'
       or s.month < t.month
       or s.month = t.month and (t.month_is_over or s.day_of_month <= t.day_of_month)
    union all
    select 'bookings', d.month, p.plan_scope,
           u.product_id,
           if(p.plan_scope = 'region', p.unit, null),
           u.team_id,
           if(p.plan_scope = 'owner', p.unit, null),
           null, null, null, null, null, null, null, p.amount, null, null, null
    from planned p
    left join mart.fiscal_days d on d.day = p.month
    left join units u            on u.plan_scope = p.plan_scope and u.unit = p.unit
)
select basis,
       month,
       plan_scope,
       product_id,
       region,
       team_id,
       owner_id,
       segment,
       source,
       sum(line_count)                as line_count,
       sum(quantity)                  as quantity,
       sum(amount)                    as amount,
       sum(costed_amount)             as costed_amount,
       sum(cost_amount)               as cost_amount,
       sum(plan_amount)               as plan_amount,
       sum(month_before_amount)       as month_before_amount,
       sum(quarter_before_amount)     as quarter_before_amount,
       sum(year_before_amount)        as year_before_amount
from facts
group by basis, month, plan_scope, product_id, region, team_id, owner_id, segment, source
