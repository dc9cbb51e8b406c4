-- From when to when each price was valid, own ones and those of competitors.
-- An own price is that of the price list, the later entry where two overlap; of a product that the list leaves out, the
-- list price of the product, from the versions that are kept of it. A competitor's price is valid until another is seen,
-- but no longer than :maximum_age_days after it was last seen. Own prices that were copied are none of theirs.
--
-- grain:   product_id, competitor_product_id, valid_from
-- inputs:  crm.competitor_products, crm.competitor_prices, forecast.product_matches, forecast.copied_prices, crm.price_list, history.products
-- columns:
--   product_id             [products] own product, or the one that the competitor's stands against
--   competitor_product_id  [competitor_products] the competitor's product; empty for own prices
--   competitor_id          [competitors] who sells it; empty for own prices
--   valid_from             first day
--   valid_to               last day; empty while no end is known
--   last_seen_on           day it was last seen; empty for own prices
--   price                  [project currency] price per unit, net of tax
--   promotion              part of a promotion; empty for own prices
--   origin                 where it was last seen; of own prices price_list or products
--   price_before           [project currency] the price before it; empty for the first
with entries as (
    select product_id, valid_from, valid_to, price, 'price_list' as origin
    from crm.price_list
    where valid_from <= :as_of and coalesce(valid_to >= valid_from, true)
    union all
    select p.product_id, p.valid_from, date_sub(p.valid_to, 1), p.list_price, 'products'
    from history.products p
    where p.list_price is not null and p.valid_from <= :as_of
      and not exists (select 1 from crm.price_list l where l.product_id = p.product_id)
),
bounds as (
    select product_id, valid_from as day from entries
    union
    select product_id, date_add(valid_to, 1) from entries where valid_to < :as_of
),
spans as (
    select product_id, day, date_sub(lead(day) over (partition by product_id order by day), 1) as last_day
    from bounds
),
ruling as (
    select s.product_id, s.day, e.price, e.origin, if(s.last_day is null, e.valid_to, s.last_day) as last_day,
           row_number() over (partition by s.product_id, s.day order by e.valid_from desc) as place
    from spans s
    join entries e on e.product_id = s.product_id and e.valid_from <= s.day and coalesce(e.valid_to >= s.day, true)
),
own as (
    select product_id,
           null                    as competitor_product_id,
           null                    as competitor_id,
           day                     as first_day,
           last_day,
           price,
           cast(null as boolean)   as promotion,
           origin,
           cast(null as date)      as seen_on
    from ruling
    where place = 1
),
seen as (
    select m.product_id,
           o.competitor_product_id,
           c.competitor_id,
           o.observed_on                                                                   as first_day,
           least(date_add(o.observed_on, :maximum_age_days),
                 date_sub(lead(o.observed_on) over (partition by o.competitor_product_id order by o.observed_on), 1))
                                                                                           as last_day,
           o.price,
           coalesce(o.promotion, false)                                                    as promotion,
           o.origin,
           o.observed_on                                                                   as seen_on
    from crm.competitor_prices o
    left join crm.competitor_products c on c.competitor_product_id = o.competitor_product_id
    left join forecast.product_matches m on m.competitor_product_id = o.competitor_product_id and m.is_match
    where o.observed_on <= :as_of
      and not exists (select 1 from forecast.copied_prices x
                      where x.competitor_product_id = o.competitor_product_id and x.observed_on = o.observed_on)
),
days as (
    select *,
           coalesce(date_add(lag(last_day) over item, 1) = first_day
                    and lag(price) over item = price
                    and lag(promotion) over item is not distinct from promotion, false)  as continues
    from (select * from own union all select * from seen)
    window item as (partition by product_id, competitor_product_id order by first_day)
),
counted as (
    select *, count(if(continues, null, 1)) over (partition by product_id, competitor_product_id order by first_day) as version
    from days
),
versions as (
    select product_id,
           competitor_product_id,
           competitor_id,
           min(first_day)                  as valid_from,
           max(if(place = 1, last_day, null))   as valid_to,
           max(seen_on)                    as last_seen_on,
           min(price)                      as price,
           bool_and(promotion)             as promotion,
           max(if(place = 1, origin, null))     as origin
    from (select *, row_number() over (partition by product_id, competitor_product_id, competitor_id, version
                                       order by first_day desc) as place
          from counted)
    group by product_id, competitor_product_id, competitor_id, version
)
select product_id,
       competitor_product_id,
       competitor_id,
       valid_from,
       valid_to,
       last_seen_on,
       price,
       promotion,
       origin,
       lag(price) over (partition by product_id, competitor_product_id order by valid_from) as price_before
from versions
