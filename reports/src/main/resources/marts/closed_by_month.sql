-- One row per month, region, product and origin in which an opportunity was won or lost.
-- Facts only: the win rate is computed by whoever shows it. Closed without a date stands under an empty month.
--
-- grain:   month, region, product_id, source
-- inputs:  mart.opportunities_as_of
-- drill:   mart.opportunities_as_of by close_month = month, region, product_id, source
--          where s.outcome in ('won', 'lost')
-- columns:
--   month        first day of the month of closing
--   region       sales region
--   product_id   [products] main product
--   source       how the opportunity arose
--   won_count    [opportunities] opportunities won
--   lost_count   [opportunities] opportunities lost
--   won_amount   [project currency] sum of the amounts won
--   lost_amount  [project currency] sum of the amounts lost, as far as the source keeps them
select close_month                                                       as month,
       region,
       product_id,
       source,
       count_if(outcome = 'won')                                         as won_count,
       count_if(outcome = 'lost')                                        as lost_count,
       coalesce(sum(amount) filter (where outcome = 'won'), 0)           as won_amount,
       coalesce(sum(amount) filter (where outcome = 'lost'), 0)          as lost_amount
from mart.opportunities_as_of
where outcome in ('won', 'lost')
group by close_month, region, product_id, source
