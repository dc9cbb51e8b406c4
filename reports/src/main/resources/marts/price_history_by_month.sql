-- One row per month and product with a price: own products and, beside them, those of competitors that were observed.
-- Own prices hold over a period and have a row for each month of it up to :as_of; a competitor has rows only for months
-- in which its price was seen. No month is filled in.
--
-- grain:   month, product_id, competitor_product_id
-- inputs:  mart.fiscal_days, crm.price_list, crm.competitor_products, crm.competitor_prices
-- columns:
--   month                  first day of the month
--   product_id             [products] own product, or the own product that the competitor's stands against
--   competitor_product_id  [competitor_products] the competitor's product; empty in rows of own prices
--   price                  [project currency] last price of the month
--   low_price              [project currency] lowest price of the month
--   high_price             [project currency] highest price of the month
--   price_count            [prices] list entries valid or observations made in the month
--   promotion_count        [prices] of them seen in a promotion
with months as (
    select day as month, add_months(day, 1) as next_month
    from mart.fiscal_days
    where day = trunc(day, 'MM')
),
prices as (
    select m.month,
           l.product_id,
           null             as competitor_product_id,
           l.valid_from     as day,
           l.price,
           false            as promotion
    from crm.price_list l
    join months m on m.month <= :as_of and m.month <= coalesce(l.valid_to, :as_of) and m.next_month > l.valid_from
    where l.valid_from <= coalesce(l.valid_to, :as_of) and l.valid_from <= :as_of
    union all
    select cast(trunc(o.observed_on, 'MM') as date),
           c.product_id,
           o.competitor_product_id,
           o.observed_on,
           o.price,
           coalesce(o.promotion, false)
    from crm.competitor_prices o
    left join crm.competitor_products c on c.competitor_product_id = o.competitor_product_id
    where o.observed_on <= :as_of
)
select month,
       product_id,
       competitor_product_id,
       max_by(price, day)       as price,
       min(price)               as low_price,
       max(price)               as high_price,
       count(*)                 as price_count,
       count_if(promotion)      as promotion_count
from prices
group by month, product_id, competitor_product_id
