-- One row per month, product, region, team, owner and segment in which an opportunity was won.
-- An opportunity won without a closing date stands under an empty month, so that the total is the source's.
--
-- grain:   month, product_id, region, team_id, owner_id, segment
-- inputs:  mart.opportunities_as_of
-- drill:   mart.opportunities_as_of by close_month = month, product_id, region, team_id, owner_id, segment
--          where s.outcome = 'won'
-- columns:
--   month       first day of the month of closing
--   product_id  [products] main product
--   region      sales region
--   team_id     [teams] team
--   owner_id    [users] owner
--   segment     customer segment
--   won_count   [opportunities] opportunities won
--   won_amount  [project currency] sum of the amounts won
select close_month               as month,
       product_id,
       region,
       team_id,
       owner_id,
       segment,
       count(*)                  as won_count,
       coalesce(sum(amount), 0)  as won_amount
from mart.opportunities_as_of
where outcome = 'won'
group by close_month, product_id, region, team_id, owner_id, segment
