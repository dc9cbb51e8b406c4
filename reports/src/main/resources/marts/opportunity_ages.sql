-- How old opportunities were when they were closed: one row per month of closing, outcome and band of age.
-- Open ones are here too, with their age so far, under an empty month: an average over the closed alone flatters.
-- The last band has no upper end; an unknown age has an empty band.
--
-- grain:   month, outcome, age_from_days
-- inputs:  mart.opportunities_as_of
-- columns:
--   month              first day of the month of closing; empty while open
--   outcome            won, lost or open
--   age_from_days      [days] least age of the band
--   age_to_days        [days] greatest age of the band
--   opportunity_count  [opportunities] opportunities
--   amount             [project currency] sum of their amounts
--   age_days           [days] sum of their ages
with bands as (
    select * from values (0, 14), (15, 30), (31, 60), (61, 90), (91, 180), (181, 365), (366, null)
        as band (from_days, to_days)
)
select o.close_month             as month,
       o.outcome,
       b.from_days               as age_from_days,
       b.to_days                 as age_to_days,
       count(*)                  as opportunity_count,
       coalesce(sum(o.amount), 0)   as amount,
       coalesce(sum(o.age_days), 0) as age_days
from mart.opportunities_as_of o
left join bands b on o.age_days >= b.from_days and (b.to_days is null or o.age_days <= b.to_days)
group by o.close_month, o.outcome, b.from_days, b.to_days
