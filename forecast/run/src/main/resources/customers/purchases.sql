-- What each customer bought day by day, in all and by product: one row per customer, product and day until :as_of. Orders
-- count where there are any, without cancelled ones; else opportunities won. What was given back or given away is no
-- purchase.
--
-- grain:   account_id, product_id, day
-- inputs:  crm.opportunities, crm.opportunity_products, crm.orders, crm.order_lines
-- columns:
--   account_id    [accounts] customer
--   product_id    [products] product; empty for all that was bought
--   day           day of the order, or of the winning
--   quantity      [units] units bought; empty where the source has none
--   amount        [project currency] value
with documents as (
    select 'order'                                 as kind,
           r.order_id                              as document_key,
           coalesce(r.account_id, o.account_id)    as account_id,
           cast(r.ordered_at as date)              as day,
           null                                    as product_id,
           r.amount
    from crm.orders r
    left join crm.opportunities o on o.opportunity_id = r.opportunity_id
    where coalesce(r.status, 'open') <> 'cancelled'
    union all
    select 'opportunity', opportunity_id, account_id, cast(closed_at as date), product_id, amount
    from crm.opportunities
    where outcome = 'won' and not exists (select 1 from crm.orders)
),
lines as (
    select 'order' as kind, order_id as document_key, product_id, quantity,
           coalesce(amount, cast(quantity * unit_price as decimal(18, 2))) as amount
    from crm.order_lines
    union all
    select 'opportunity', opportunity_id, product_id, quantity,
           coalesce(amount, cast(quantity * unit_price as decimal(18, 2)))
    from crm.opportunity_products
),
bought as (
    select account_id, cast(null as string) as product_id, day, cast(null as double) as quantity, amount
    from documents
    union all
    select d.account_id, coalesce(l.product_id, d.product_id), d.day, l.quantity,
           if(l.document_key is null, d.amount, l.amount)
    from documents d
    left join lines l on l.kind = d.kind and l.document_key = d.document_key
    where coalesce(l.product_id, d.product_id) is not null
)
select account_id,
       product_id,
       day,
       sum(quantity)                          as quantity,
       cast(sum(amount) as double)            as amount
from bought
where account_id is not null and day <= :as_of
group by account_id, product_id, day
having sum(amount) > 0
