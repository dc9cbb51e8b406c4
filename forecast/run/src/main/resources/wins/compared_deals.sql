-- What is known of the opportunities closed in the 36 months that end with :as_of, and of those still open, to compare what
-- was won with what was lost. An opportunity with two competitors has two rows, one without a known competitor has one.
-- The offer is the last one sent, where there is none the amount. A competitor's list price is the last one seen in the 30
-- days before the offer, the mean of its products that stand against ours; prices of promotions count as they are.
--
-- grain:   opportunity_id, competitor_id
-- inputs:  crm.opportunities, crm.accounts, crm.opportunity_competitors, crm.quotes, crm.activities, forecast.product_matches, forecast.copied_prices, crm.competitor_prices, crm.price_list, crm.promotions
-- columns:
--   opportunity_id   [opportunities] opportunity
--   competitor_id    [competitors] competitor met; empty when none is known
--   outcome          won, lost or open
--   closed_on        day it was won or lost
--   created_on       day it was entered
--   amount           [project currency] agreed when won, expected while open
--   source           how it arose
--   segment          customer segment
--   lost_reason      why it was lost
--   is_customer      the account had been won before
--   has_campaign     a campaign brought it
--   is_promoted      its product was in a promotion when it was offered
--   response_days    [days] from its entry to the first activity done
--   gap              [percent, logarithmic] offer above the competitor's
--   offer_list_gap   [percent, logarithmic] the offer at list prices above the competitor's offer
--   market_list_gap  [percent, logarithmic] own list price above the competitor's list price
with deal as (
    select o.*,
           if(o.closed_at < :as_of_end, o.outcome, 'open')                            as outcome_as_of,
           if(o.closed_at < :as_of_end, cast(o.closed_at as date), null)              as closed_on,
           cast(o.created_at as date)                                                 as created_on
    from crm.opportunities o
),
compared as (
    select * from deal
    where outcome_as_of = 'open' or closed_on > add_months(:as_of, -36)
),
met as (
    select opportunity_id, competitor_id, min(competitor_price) as competitor_price
    from (
        select opportunity_id, competitor_id, competitor_price from crm.opportunity_competitors
        union all
        select opportunity_id, competitor_id, cast(null as decimal(18, 2)) from crm.opportunities
        where competitor_id is not null
    )
    group by opportunity_id, competitor_id
),
offer as (
    select opportunity_id, amount, list_amount, cast(last_sent_at as date) as sent_on
    from (select opportunity_id, amount, list_amount,
                 max(sent_at) over (partition by opportunity_id)                               as last_sent_at,
                 row_number() over (partition by opportunity_id order by coalesce(revision, 0) desc, quote_id desc)
                                                                                               as place
          from crm.quotes
          where sent_at < :as_of_end and amount > 0)
    where place = 1
),
answer as (
    select c.opportunity_id,
           min(unix_timestamp(a.done_at) - unix_timestamp(c.created_at)) / 86400e0 as response_days
    from compared c
    join crm.activities a
      on a.opportunity_id = c.opportunity_id and a.done_at >= c.created_at and a.done_at < :as_of_end
    group by c.opportunity_id
),
offered as (
    select c.opportunity_id,
           c.product_id,
           coalesce(f.amount, if(c.amount > 0, c.amount, null))   as amount,
           f.list_amount,
           coalesce(f.sent_on, c.closed_on, c.created_on)         as offered_on
    from compared c
    left join offer f on f.opportunity_id = c.opportunity_id
),
seen as (
    select o.opportunity_id, p.competitor_id, s.price,
           row_number() over (partition by o.opportunity_id, p.competitor_id, p.competitor_product_id
                              order by s.observed_on desc) as place
    from offered o
    join forecast.product_matches p on p.product_id = o.product_id and p.is_match
    join crm.competitor_prices s
      on s.competitor_product_id = p.competitor_product_id
     and s.observed_on between date_sub(o.offered_on, 30) and o.offered_on
    where s.price > 0
      and not exists (select 1 from forecast.copied_prices x
                      where x.competitor_product_id = s.competitor_product_id and x.observed_on = s.observed_on)
),
theirs as (
    select opportunity_id, competitor_id, avg(ln(cast(price as double))) as log_price
    from seen
    where place = 1
    group by opportunity_id, competitor_id
),
ours as (
    select opportunity_id, ln(cast(price as double)) as log_price
    from (select o.opportunity_id, l.price,
                 row_number() over (partition by o.opportunity_id order by l.valid_from desc) as place
          from offered o
          join crm.price_list l
            on l.product_id = o.product_id
           and l.valid_from <= o.offered_on and coalesce(l.valid_to, o.offered_on) >= o.offered_on
          where l.price > 0)
    where place = 1
),
first_win as (
    select account_id, min(closed_on) as won_on from deal where outcome_as_of = 'won' group by account_id
)
select c.opportunity_id,
       m.competitor_id,
       c.outcome_as_of                                                 as outcome,
       c.closed_on,
       c.created_on,
       c.amount,
       c.source,
       coalesce(c.segment, a.segment)                                  as segment,
       c.lost_reason,
       coalesce(w.won_on < c.created_on, false)                        as is_customer,
       c.campaign_id is not null                                       as has_campaign,
       exists (select 1 from crm.promotions p
               where p.product_id = o.product_id and o.offered_on between p.starts_on and p.ends_on)
                                                                       as is_promoted,
       cast(r.response_days as double)                                 as response_days,
       100 * ln(cast(o.amount as double) / if(m.competitor_price > 0, cast(m.competitor_price as double), null))
                                                                       as gap,
       100 * ln(if(o.list_amount > 0, cast(o.list_amount as double), null)
                / if(m.competitor_price > 0, cast(m.competitor_price as double), null))
                                                                       as offer_list_gap,
       100 * (u.log_price - t.log_price)                               as market_list_gap
from compared c
join offered o on o.opportunity_id = c.opportunity_id
left join crm.accounts a on a.account_id = c.account_id
left join met m on m.opportunity_id = c.opportunity_id
left join answer r on r.opportunity_id = c.opportunity_id
left join theirs t on t.opportunity_id = c.opportunity_id and t.competitor_id = m.competitor_id
left join ours u on u.opportunity_id = c.opportunity_id
left join first_win w on w.account_id = c.account_id
