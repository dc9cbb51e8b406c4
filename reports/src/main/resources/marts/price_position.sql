-- One row per product of a competitor: its latest price at :as_of beside the price of the own product it stands against.
-- An observation counts for 60 days; older ones are stale, and a stale price is left empty: it is not known. The own
-- price is that of the price list on :as_of, the later entry where two overlap, else the list price of the product.
-- Prices are per unit, net of tax, and not converted between units.
--
-- grain:   competitor_product_id
-- inputs:  crm.competitor_products, crm.competitor_prices, crm.price_list, crm.products
-- columns:
--   competitor_product_id  [competitor_products] the competitor's product
--   competitor_id          [competitors] who sells it
--   product_id             [products] the own product it is an alternative to; empty while unmatched
--   match                  exact, equivalent or substitute
--   match_confidence       [fraction 0 to 1] how sure the match is
--   observed_on            day of the latest observation; empty when never observed
--   staleness_days         [days] from observed_on to :as_of
--   stale                  never observed, or more than 60 days ago
--   competitor_price       [project currency] observed price; empty when stale
--   promotion              the observed price was part of a promotion; empty when stale
--   own_price              [project currency] own price on :as_of
--   gap_log                [log ratio] logarithm of own price over competitor's price: above zero, we are dearer
--   gap_rate               [fraction of the competitor's price] own price over competitor's price, less one
with observations as (
    select *, row_number() over (partition by competitor_product_id order by observed_on desc) as place
    from crm.competitor_prices
    where observed_on <= :as_of
),
listed as (
    select product_id, max_by(price, valid_from) as price
    from crm.price_list
    where valid_from <= :as_of and coalesce(valid_to >= :as_of, true)
    group by product_id
),
sides as (
    select c.*,
           o.observed_on,
           datediff(:as_of, o.observed_on)                          as staleness_days,
           coalesce(datediff(:as_of, o.observed_on) > 60, true)     as stale,
           o.price                                                  as observed_price,
           o.promotion                                              as observed_promotion,
           coalesce(l.price, p.list_price)                          as own_price
    from crm.competitor_products c
    left join observations o on o.competitor_product_id = c.competitor_product_id and o.place = 1
    left join listed l       on l.product_id = c.product_id
    left join crm.products p on p.product_id = c.product_id
),
fresh as (
    select *,
           if(stale, null, observed_price)      as competitor_price,
           if(stale, null, observed_promotion)  as promotion
    from sides
)
select competitor_product_id,
       competitor_id,
       product_id,
       match,
       match_confidence,
       observed_on,
       staleness_days,
       stale,
       competitor_price,
       promotion,
       own_price,
       if(own_price > 0 and competitor_price > 0,
          ln(cast(own_price as double) / cast(competitor_price as double)), null)  as gap_log,
       if(own_price > 0 and competitor_price > 0,
          cast(own_price as double) / cast(competitor_price as double) - 1, null)  as gap_rate
from fresh
