-- What became of the opportunities created in a month, until :as_of: one row per month of creation, region, product and
-- source. A young cohort is mostly open, and its wins are still few: created_count tells how mature it is. The win rate by
-- month of closing (closed_by_month) flatters while the slow ones drag on; this one does not.
--
-- grain:   created_month, region, product_id, source
-- inputs:  mart.opportunities_as_of
-- drill:   mart.opportunities_as_of by month of created_date = created_month, region, product_id, source
-- columns:
--   created_month        first day of the month of creation; empty where the source has no date
--   region               sales region
--   product_id           [products] main product
--   source               how the opportunity arose
--   created_count        [opportunities] created
--   won_count            [opportunities] of them won
--   lost_count           [opportunities] of them lost
--   open_count           [opportunities] of them still open
--   watched_90_count     [opportunities] of them created at least 90 days ago
--   won_within_90_count  [opportunities] of those, won within 90 days
--   won_amount           [project currency] sum of the amounts won
--   open_amount          [project currency] sum of the amounts still open
select cast(trunc(created_date, 'MM') as date)                                      as created_month,
       region,
       product_id,
       source,
       count(*)                                                                     as created_count,
       count_if(outcome = 'won')                                                    as won_count,
       count_if(outcome = 'lost')                                                   as lost_count,
       count_if(outcome = 'open')                                                   as open_count,
       count_if(datediff(:as_of, created_date) >= 90)                               as watched_90_count,
       count_if(datediff(:as_of, created_date) >= 90 and outcome = 'won' and age_days <= 90)
                                                                                    as won_within_90_count,
       coalesce(sum(amount) filter (where outcome = 'won'), 0)                      as won_amount,
       coalesce(sum(amount) filter (where outcome = 'open'), 0)                     as open_amount
from mart.opportunities_as_of
group by trunc(created_date, 'MM'), region, product_id, source
