-- What was sold, ordered, delivered and asked for in each month that ended on or before :as_of, by what it is added up by.
-- Months without anything have no row; what does not apply to a measure is empty. Region: the team's, else the account's.
-- Cancelled orders are left out. Where the sources have no lines of orders at all, the lines of opportunities won stand in
-- as demand, in the month of closing.
--
-- grain:   measure, product_id, region, team_id, segment, category, month
-- inputs:  crm.opportunities, crm.opportunity_products, crm.orders, crm.order_lines, crm.requests, crm.accounts, crm.users,
--          crm.teams
-- columns:
--   measure      bookings, orders, order_count, revenue, requests or demand
--   product_id   [products] of bookings the main product
--   region       sales region
--   team_id      [teams] team
--   segment      customer segment
--   category     kind of request
--   month        first day of the month of closing, of the order, of delivery or of arrival
--   value        [unit of the measure] amounts, orders, requests, or units of a product
with won as (
    select 'bookings'                               as measure,
           o.product_id,
           coalesce(t.region, a.region)             as region,
           coalesce(o.team_id, u.team_id)           as team_id,
           coalesce(o.segment, a.segment)           as segment,
           cast(null as string)                     as category,
           cast(o.closed_at as date)                as day,
           coalesce(o.amount, 0)                    as value
    from crm.opportunities o
    left join crm.accounts a on a.account_id = o.account_id
    left join crm.users u    on u.user_id = o.owner_id
    left join crm.teams t    on t.team_id = coalesce(o.team_id, u.team_id)
    where o.outcome = 'won'
),
received as (
    select s.measure,
           null                                     as product_id,
           coalesce(t.region, a.region)             as region,
           u.team_id,
           null                                     as segment,
           null                                     as category,
           if(s.measure = 'revenue', o.delivered_on, cast(o.ordered_at as date))                      as day,
           if(s.measure = 'order_count', cast(1 as decimal(18, 2)), coalesce(o.amount, 0))            as value
    from crm.orders o
    left join crm.accounts a      on a.account_id = o.account_id
    left join crm.users u         on u.user_id = o.owner_id
    left join crm.teams t         on t.team_id = u.team_id
    cross join (values ('orders'), ('order_count'), ('revenue')) as s (measure)
    where coalesce(o.status, 'open') <> 'cancelled'
),
asked as (
    select 'requests' as measure, null as product_id, null as region, team_id, null as segment, category,
           cast(opened_at as date) as day, cast(1 as decimal(18, 2)) as value
    from crm.requests
    union all
    select 'demand', l.product_id, null, null, null, null, cast(o.ordered_at as date), cast(l.quantity as decimal(18, 2))
    from crm.order_lines l
    join crm.orders o on o.order_id = l.order_id
    where l.product_id is not null and coalesce(o.status, 'open') <> 'cancelled'
    union all
    select 'demand', l.product_id, null, null, null, null, cast(o.closed_at as date), cast(l.quantity as decimal(18, 2))
    from crm.opportunity_products l
    join crm.opportunities o on o.opportunity_id = l.opportunity_id
    where l.product_id is not null and o.outcome = 'won' and not exists (select 1 from crm.order_lines)
),
everything as (
    select * from won
    union all
    select * from received
    union all
    select * from asked
)
select measure,
       product_id,
       region,
       team_id,
       segment,
       category,
       cast(trunc(day, 'MM') as date)    as month,
       coalesce(sum(value), 0)           as value
from everything
where last_day(day) <= :as_of
group by measure, product_id, region, team_id, segment, category, trunc(day, 'MM')
