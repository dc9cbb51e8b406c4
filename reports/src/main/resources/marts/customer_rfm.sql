-- How lately, how often and how much each customer has bought: one row per customer, over all that is known. Scores are
-- quintiles, 5 the best: one more than the number of thresholds passed, the thresholds being the customers at a fifth, two,
-- three and four fifths. Equal customers have equal scores, so that a score may be empty or large. Fewer than five
-- customers have no scores.
--
-- grain:   basis, account_id
-- inputs:  mart.sales_lines
-- drill:   mart.sales_lines by basis, account_id
-- columns:
--   basis                bookings, orders or revenue
--   account_id           [accounts] customer
--   first_day            first purchase known
--   last_day             last purchase
--   recency_days         [days] from the last purchase to :as_of
--   frequency_count      [days] days with a purchase: what is bought on one day is one purchase
--   amount               [project currency] value of all purchases
--   recency_score        [1 to 5] 5 are the latest
--   frequency_score      [1 to 5] 5 are the most frequent
--   amount_score         [1 to 5] 5 are the largest
--   recency_threshold    [days] recency is below it, the last threshold passed; empty for score 1
--   frequency_threshold  [days] frequency is above it; empty for score 1
--   amount_threshold     [project currency] amount is above it; empty for score 1
--   customer_group       best (all scores 4 or 5), loyal (lately and often), new (lately, not often), lapsing (often, not
--                        lately), lost (neither); lately and often are scores from 3
with customers as (
    select basis,
           account_id,
           min(day)                    as first_day,
           max(day)                    as last_day,
           datediff(:as_of, max(day))  as recency_days,
           count(distinct day)         as frequency_count,
           sum(amount)                 as amount
    from mart.sales_lines
    where account_id is not null and day <= :as_of
    group by basis, account_id
),
ranked as (
    select *,
           count(*) over (partition by basis)                                            as customer_count,
           row_number() over (partition by basis order by recency_days desc)             as recency_place,
           row_number() over (partition by basis order by frequency_count)               as frequency_place,
           row_number() over (partition by basis order by amount)                        as amount_place
    from customers
),
thresholds as (
    select basis,
           if(recency_place in (c1, c2, c3, c4), recency_days, null)         as recency,
           if(frequency_place in (c1, c2, c3, c4), frequency_count, null)    as frequency,
           if(amount_place in (c1, c2, c3, c4), amount, null)                as amount
    from (select *,
                 ceil(customer_count * 1 / 5) as c1,
                 ceil(customer_count * 2 / 5) as c2,
                 ceil(customer_count * 3 / 5) as c3,
                 ceil(customer_count * 4 / 5) as c4
          from ranked)
    where customer_count >= 5
),
passed as (
    select c.basis,
           c.account_id,
           count(*) filter (where c.recency_days < t.recency)               as recency_count,
           count(*) filter (where c.frequency_count > t.frequency)          as frequency_count,
           count(*) filter (where c.amount > t.amount)                      as amount_count,
           min(t.recency) filter (where c.recency_days < t.recency)         as recency_threshold,
           max(t.frequency) filter (where c.frequency_count > t.frequency)  as frequency_threshold,
           max(t.amount) filter (where c.amount > t.amount)                 as amount_threshold
    from customers c
    join thresholds t on t.basis = c.basis and coalesce(t.recency, t.frequency, t.amount) is not null
    group by c.basis, c.account_id
),
scored as (
    select c.*,
           p.basis is not null           as is_scored,
           1 + p.recency_count           as recency_score,
           1 + p.frequency_count         as frequency_score,
           1 + p.amount_count            as amount_score,
           p.recency_threshold,
           p.frequency_threshold,
           p.amount_threshold
    from customers c
    left join passed p on p.basis = c.basis and p.account_id = c.account_id
)
select basis,
       account_id,
       first_day,
       last_day,
       recency_days,
       frequency_count,
       amount,
       recency_score,
       frequency_score,
       amount_score,
       recency_threshold,
       frequency_threshold,
       amount_threshold,
       case
           when least(recency_score, frequency_score, amount_score) >= 4 then 'best'
           when recency_score >= 3 and frequency_score >= 3 then 'loyal'
           when recency_score >= 3 then 'new'
           when frequency_score >= 3 then 'lapsing'
           when is_scored then 'lost'
       end                            as customer_group
from scored
