-- What each product cost in each month that is over: own ones as sold, those of competitors as seen.
-- As sold: the lines of orders, or of opportunities won where there are no lines of orders at all. Without quantities a
-- price is the geometric mean of those of the month.
--
-- grain:   scope, product_id, competitor_product_id, month
-- inputs:  crm.orders, crm.order_lines, crm.opportunities, crm.opportunity_products, crm.products, crm.competitor_prices,
--          forecast.product_matches, forecast.copied_prices
-- columns:
--   scope                  sales or competitor
--   product_id             [products] own product, or the one that the competitor's stands against
--   competitor_product_id  [competitor_products] the competitor's product
--   competitor_id          [competitors] who sells it
--   family                 family of the own product
--   is_like                a match that prices can be compared by; empty for own prices
--   month                  first day of the month
--   price                  [project currency] mean price per unit
--   quantity               [units] units sold
with lines as (
    select l.product_id, cast(o.ordered_at as date) as day, l.quantity,
           coalesce(l.amount, l.quantity * l.unit_price) as amount
    from crm.order_lines l
    join crm.orders o on o.order_id = l.order_id
    where coalesce(o.status, 'open') <> 'cancelled'
    union all
    select l.product_id, cast(o.closed_at as date), l.quantity, coalesce(l.amount, l.quantity * l.unit_price)
    from crm.opportunity_products l
    join crm.opportunities o on o.opportunity_id = l.opportunity_id
    where o.outcome = 'won' and not exists (select 1 from crm.order_lines)
),
sold as (
    select 'sales' as scope, product_id, null as competitor_product_id, null as competitor_id,
           cast(null as boolean) as is_like, cast(trunc(day, 'MM') as date) as month,
           cast(sum(amount) as double) / sum(quantity) as price, sum(quantity) as quantity
    from lines
    where product_id is not null and quantity > 0 and amount > 0
    group by product_id, trunc(day, 'MM')
),
matched as (
    select competitor_product_id, competitor_id,
           max(if(is_match, product_id, null)) as product_id, max(if(is_match, verdict, null)) as verdict
    from forecast.product_matches
    group by competitor_product_id, competitor_id
),
seen as (
    select 'competitor' as scope, c.product_id, o.competitor_product_id, c.competitor_id,
           c.verdict = 'like' as is_like,
           cast(trunc(o.observed_on, 'MM') as date) as month,
           exp(avg(ln(cast(o.price as double)))) as price, cast(null as double) as quantity
    from crm.competitor_prices o
    join matched c on c.competitor_product_id = o.competitor_product_id
    where o.price > 0
      and not exists (select 1 from forecast.copied_prices x
                      where x.competitor_product_id = o.competitor_product_id and x.observed_on = o.observed_on)
    group by c.product_id, o.competitor_product_id, c.competitor_id, c.verdict, trunc(o.observed_on, 'MM')
)
select s.scope,
       s.product_id,
       s.competitor_product_id,
       s.competitor_id,
       p.family,
       s.is_like,
       s.month,
       s.price,
       s.quantity
from (select * from sold union all select * from seen) s
left join crm.products p on p.product_id = s.product_id
where last_day(s.month) <= :as_of
