-- One row per offer sent until the end of :as_of, however often it was revised: the revisions of an opportunity are one
-- offer, and so is a quote that belongs to none. Drafts are no offers. The offer stands as its last revision does.
--
-- grain:   offer_key
-- inputs:  crm.quotes, crm.orders, mart.opportunities_as_of
-- columns:
--   offer_key         the opportunity, else the quote
--   opportunity_id    [opportunities] what it was sent for
--   owner_id          [users] owner of the opportunity
--   region            sales region
--   product_id        [products] main product
--   segment           customer segment
--   revision_count    [quotes] revisions sent
--   first_sent_date   day the first was sent
--   last_sent_date    day the last was sent
--   state             open, accepted, rejected or expired
--   decided_date      day the customer answered the last
--   first_amount      [project currency] value of the first revision
--   amount            [project currency] value of the last revision
--   list_amount       [project currency] the last revision at list prices; empty where not known
--   discount_amount   [project currency] list_amount less amount; empty where list_amount is
--   order_count       [orders] orders that came of it, not cancelled
--   ordered_amount    [project currency] their value
--   decision_days     [days] from the first revision to the answer
--   order_days        [days] from the first revision to the first order
with sent as (
    select *,
           coalesce(opportunity_id, quote_id)                             as offer_key,
           cast(sent_at as date)                                          as day,
           if(decided_at < :as_of_end, cast(decided_at as date), null)    as decided_day
    from crm.quotes
    where sent_at < :as_of_end and not coalesce(status = 'draft', false)
),
placed as (
    select *,
           row_number() over (partition by offer_key order by coalesce(revision, 1), sent_at, quote_id)    as place,
           count(*) over (partition by offer_key)                                                          as places
    from sent
),
offered as (
    select offer_key,
           max(opportunity_id)                                            as opportunity_id,
           count(*)                                                       as revision_count,
           min(day)                                                       as first_day,
           max(amount) filter (where place = 1)                           as first_amount,
           max(day) filter (where place = places)                         as last_day,
           max(status) filter (where place = places)                      as last_status,
           max(decided_day) filter (where place = places)                 as decided_day,
           max(amount) filter (where place = places)                      as last_amount,
           max(list_amount) filter (where place = places)                 as list_amount
    from placed
    group by offer_key
),
ordered as (
    select opportunity_id,
           count(*)                        as order_count,
           sum(amount)                     as amount,
           min(cast(ordered_at as date))   as day
    from crm.orders
    where ordered_at < :as_of_end and not coalesce(status = 'cancelled', false) and opportunity_id is not null
    group by opportunity_id
)
select f.offer_key,
       f.opportunity_id,
       d.owner_id,
       d.region,
       d.product_id,
       d.segment,
       f.revision_count,
       f.first_day                                                    as first_sent_date,
       f.last_day                                                     as last_sent_date,
       case
           when f.last_status in ('accepted', 'rejected') and f.decided_day is null then 'open'
           when f.last_status in ('accepted', 'rejected', 'expired') then f.last_status
           else 'open'
       end                                                            as state,
       f.decided_day                                                  as decided_date,
       f.first_amount,
       f.last_amount                                                  as amount,
       f.list_amount,
       f.list_amount - f.last_amount                                  as discount_amount,
       coalesce(o.order_count, 0)                                     as order_count,
       coalesce(o.amount, 0)                                          as ordered_amount,
       datediff(f.decided_day, f.first_day)                           as decision_days,
       if(o.day >= f.first_day, datediff(o.day, f.first_day), null)   as order_days
from offered f
left join mart.opportunities_as_of d on d.opportunity_id = f.opportunity_id
left join ordered o                  on o.opportunity_id = f.opportunity_id
