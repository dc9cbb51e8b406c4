-- One row per product of a competitor: its price at :as_of beside the price of the own product it stands against; and one row
-- for each own product that no competitor's product stands against.
-- A price counts until it is too old (forecast.price_versions); then it is stale and left empty: it is not known. The own
-- price is that of the price list on :as_of, else the list price of the product. Prices are per unit, net of tax.
-- Compared are matches with the verdict like (forecast.product_matches), by prices that are not our own, copied. The
-- weights are own sales of the year up to :as_of, by orders where there are any, else by bookings, so that
--   own level where rivals are 1   exp(sum(sales_weight * gap_log) / sum(sales_weight))  over rows that are compared
--   coverage of it                 sum(sales_weight) over rows that are compared / sum(sales_weight)
-- and the same with competitor_sales_weight for one competitor, its coverage again by the sum of sales_weight of all rows.
--
-- grain:   product_id, competitor_product_id
-- inputs:  forecast.product_matches, crm.products, forecast.price_versions, mart.sales_lines
-- columns:
--   product_id              [products] the own product; empty for a competitor's product that is unmatched
--   competitor_product_id   [competitor_products] the competitor's product; empty where there is none
--   competitor_id           [competitors] who sells it
--   match                   exact, equivalent or substitute
--   match_confidence        [fraction 0 to 1] how sure the match is
--   match_status            who says so: given, confirmed or accepted, as in forecast.product_matches; else unmatched
--   verdict                 like, or why prices are not compared: unmatched, substitute, unsure, far or copied
--   observed_on             day of the latest observation; empty when never observed
--   staleness_days          [days] from observed_on to :as_of
--   maximum_age_days        [days] so long a price counts after it was observed
--   stale                   never observed, or longer ago than a price counts; empty without a competitor's product
--   origin                  where it was observed
--   competitor_price        [project currency] observed price; empty when stale
--   promotion               the observed price was part of a promotion; empty when stale
--   changed_on              day since which it has been so
--   price_before            [project currency] observed price before that; empty when there was none
--   own_price               [project currency] own price on :as_of
--   gap_log                 [log ratio] logarithm of own price over competitor's price: above zero, we are dearer
--   gap_rate                [fraction of the competitor's price] own price over competitor's price, less one
--   compared                it has a gap and is like enough to count
--   product_compared_count  [competitor products] of the own product: those that are compared
--   product_cheaper_count   [competitor products] of them cheaper than ours: our rank, from the cheapest, is one more
--   sales_weight            [project currency] sales of the own product, shared by its rows: those compared if any are
--   competitor_sales_weight  [project currency] the same, shared by rows of one competitor only
with matched as (
    select competitor_product_id,
           competitor_id,
           max(if(is_match, product_id, null))                       as product_id,
           max(if(is_match, match, null))                            as match,
           max(if(is_match, match_confidence, null))                 as match_confidence,
           coalesce(max(if(is_match, status, null)), 'unmatched')    as match_status,
           coalesce(max(if(is_match, verdict, null)), 'unmatched')   as verdict
    from forecast.product_matches
    group by competitor_product_id, competitor_id
),
versions as (
    select *, row_number() over (partition by competitor_product_id order by valid_from desc) as place
    from forecast.price_versions
    where competitor_product_id is not null and valid_from <= :as_of
),
listed as (
    select product_id, max_by(price, valid_from) as price
    from forecast.price_versions
    where competitor_product_id is null and valid_from <= :as_of and coalesce(valid_to >= :as_of, true)
    group by product_id
),
bases as (
    select product_id,
           cast(sum(amount) filter (where basis = 'orders') as double)      as ordered,
           cast(sum(amount) filter (where basis = 'bookings') as double)    as booked
    from mart.sales_lines
    where day > add_months(:as_of, -12) and day <= :as_of
    group by product_id
),
sold as (
    select product_id,
           greatest(coalesce(if(sum(ordered) over () > 0, ordered, booked), 0), 0) as amount
    from bases
),
sides as (
    select coalesce(p.product_id, c.product_id)                          as product_id,
           c.competitor_product_id,
           c.competitor_id,
           c.match,
           c.match_confidence,
           c.match_status,
           c.verdict,
           o.valid_from,
           o.valid_to,
           o.last_seen_on,
           o.origin,
           o.price                                                       as seen_price,
           o.promotion                                                   as seen_promotion,
           o.price_before,
           if(c.competitor_product_id is null, null, coalesce(o.valid_to < :as_of, true)) as stale,
           coalesce(l.price, p.list_price)                               as own_price,
           coalesce(s.amount, 0)                                         as sold_amount
    from crm.products p
    full join matched c                 on c.product_id = p.product_id
    left join versions o                on o.competitor_product_id = c.competitor_product_id and o.place = 1
    left join listed l                  on l.product_id = coalesce(p.product_id, c.product_id)
    left join sold s                    on s.product_id = coalesce(p.product_id, c.product_id)
),
fresh as (
    select *, if(stale, null, seen_price) as competitor_price, if(stale, null, seen_promotion) as promotion
    from sides
),
gaps as (
    select *,
           if(own_price > 0 and competitor_price > 0,
              ln(cast(own_price as double) / cast(competitor_price as double)), null)  as gap_log,
           if(own_price > 0 and competitor_price > 0,
              cast(own_price as double) / cast(competitor_price as double) - 1, null)  as gap_rate
    from fresh
),
judged as (
    select *,
           gap_log is not null and verdict = 'like'    as compared
    from gaps
),
counted as (
    select *,
           count(if(compared, 1, null)) over product                   as product_compared_count,
           count(if(compared and gap_log > 0, 1, null)) over product   as product_cheaper_count,
           count(*) over product                                       as product_count,
           count(if(compared, 1, null)) over rival                     as rival_compared_count,
           count(*) over rival                                         as rival_count
    from judged
    window product as (partition by product_id),
           rival as (partition by product_id, competitor_id)
),
weighed as (
    select *,
           if(product_compared_count > 0, if(compared, 1 / product_compared_count, 0), 1 / product_count)   as share,
           if(rival_compared_count > 0, if(compared, 1 / rival_compared_count, 0), 1 / rival_count)
                                                                                             as competitor_share
    from counted
)
select product_id,
       competitor_product_id,
       competitor_id,
       match,
       match_confidence,
       match_status,
       verdict,
       last_seen_on                                            as observed_on,
       datediff(:as_of, last_seen_on)                          as staleness_days,
       datediff(valid_to, last_seen_on)                        as maximum_age_days,
       stale,
       origin,
       competitor_price,
       promotion,
       valid_from                                              as changed_on,
       price_before,
       own_price,
       gap_log,
       gap_rate,
       compared,
       product_compared_count,
       product_cheaper_count,
       if(product_id is null, 0, sold_amount * cast(share as double))             as sales_weight,
       if(competitor_id is null or product_id is null, 0, sold_amount * cast(competitor_share as double))
                                                               as competitor_sales_weight
from weighed
