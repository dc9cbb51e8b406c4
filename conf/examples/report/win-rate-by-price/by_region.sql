-- One row per region: deals closed in twelve months for products whose price position is known.
--   won_rate     with its 95 % interval (Wilson 1927)
--   dearer_rate  of products priced above the mean of their rivals; cheaper_rate of the others
with position as (
    select product_id, avg(gap_log) > 0 as dearer
    from mart.price_position
    where compared
    group by product_id
), closed as (
    select coalesce(nullif(region, ''), 'not stated') as region, outcome = 'won' as won, dearer
    from mart.opportunities_as_of
    join position using (product_id)
    where outcome in ('won', 'lost') and close_date > :as_of - interval 12 months and close_date <= :as_of
), counted as (
    select region,
           count(*) as n,
           count(*) filter (won) as won_count,
           count(*) filter (not won) as lost_count,
           count(*) filter (dearer) as dearer_n,
           count(*) filter (dearer and won) as dearer_won,
           count(*) filter (not dearer) as cheaper_n,
           count(*) filter (not dearer and won) as cheaper_won
    from closed
    group by region
)
select region,
       won_count,
       lost_count,
       won_count / n                                      as won_rate,
       n                                                  as won_rate_n,
       greatest(0, (won_count + 1.92 - 1.96 * sqrt(won_count * lost_count / n + 0.96)) / (n + 3.84)) as lower_rate,
       least(1, (won_count + 1.92 + 1.96 * sqrt(won_count * lost_count / n + 0.96)) / (n + 3.84))    as upper_rate,
       dearer_won / nullif(dearer_n, 0)                   as dearer_rate,
       dearer_n                                           as dearer_rate_n,
       cheaper_won / nullif(cheaper_n, 0)                 as cheaper_rate,
       cheaper_n                                          as cheaper_rate_n
from counted
order by won_rate desc, region
