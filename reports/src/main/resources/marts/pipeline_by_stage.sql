-- One row per stage, region and product with open opportunities.
-- An opportunity without an amount counts as nothing in the amounts and is counted apart.
--
-- grain:   stage, region, product_id
-- inputs:  mart.open_opportunities
-- drill:   mart.open_opportunities by stage, region, product_id
-- columns:
--   stage                 stage as the source names it
--   region                sales region
--   product_id            [products] main product
--   open_count            [opportunities] open opportunities
--   open_amount           [project currency] sum of their expected amounts
--   weighted_amount       [project currency] sum of amount times the chance that the source states, each rounded to
--                         the cent; an opportunity without a stated chance adds nothing
--   without_amount_count  [opportunities] open opportunities without an amount
--   age_days              [days] sum of their ages
--   overdue_count         [opportunities] whose promised close has passed
--   overdue_amount        [project currency] sum of the amounts of the overdue
--   stuck_count           [opportunities] stuck, as open_opportunities judges
--   stuck_amount          [project currency] sum of the amounts of the stuck
select stage,
       region,
       product_id,
       count(*)                                                        as open_count,
       coalesce(sum(amount), 0)                                        as open_amount,
       coalesce(sum(cast(amount * probability as decimal(18, 2))), 0)  as weighted_amount,
       count_if(amount is null)                                        as without_amount_count,
       coalesce(sum(age_days), 0)                                      as age_days,
       count_if(overdue)                                               as overdue_count,
       coalesce(sum(amount) filter (where overdue), 0)                 as overdue_amount,
       count_if(stuck)                                                 as stuck_count,
       coalesce(sum(amount) filter (where stuck), 0)                   as stuck_amount
from mart.open_opportunities
group by stage, region, product_id
