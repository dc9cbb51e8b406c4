-- How the promised close of each opportunity was put off and pulled in until :as_of: one row per opportunity with a promise.
-- Only sources that keep the changes of the promised close tell of them; without, first and last promise are the same.
--
-- grain:   opportunity_id
-- inputs:  mart.opportunities_as_of, crm.opportunity_changes
-- columns:
--   opportunity_id       [opportunities] opportunity
--   owner_id             [users] owner
--   region               sales region
--   product_id           [products] main product
--   outcome              won, lost or open
--   amount               [project currency] agreed when won, expected while open
--   first_promised_date  the first close promised
--   promised_date        the last close promised
--   push_count           [changes] times it was put off
--   push_days            [days] by how much, in sum
--   pull_count           [changes] times it was pulled in
--   pull_days            [days] by how much, in sum
--   late_days            [days] from the first promise to the close, while open to :as_of; less than zero: earlier
with changes as (
    select opportunity_id,
           changed_at,
           try_cast(old_value as date)   as old_day,
           try_cast(new_value as date)   as new_day
    from crm.opportunity_changes
    where field = 'expected_close_date' and changed_at < :as_of_end
),
pushed as (
    select opportunity_id,
           min_by(coalesce(old_day, new_day), changed_at)                      as first_day,
           count_if(new_day > old_day)                                         as push_count,
           sum(datediff(new_day, old_day)) filter (where new_day > old_day)    as push_days,
           count_if(new_day < old_day)                                         as pull_count,
           sum(datediff(old_day, new_day)) filter (where new_day < old_day)    as pull_days
    from changes
    group by opportunity_id
)
select o.opportunity_id,
       o.owner_id,
       o.region,
       o.product_id,
       o.outcome,
       o.amount,
       coalesce(p.first_day, o.expected_close_date)                                                  as first_promised_date,
       o.expected_close_date                                                                         as promised_date,
       coalesce(p.push_count, 0)                                                                     as push_count,
       coalesce(p.push_days, 0)                                                                      as push_days,
       coalesce(p.pull_count, 0)                                                                     as pull_count,
       coalesce(p.pull_days, 0)                                                                      as pull_days,
       datediff(if(o.outcome = 'open', :as_of, o.close_date), coalesce(p.first_day, o.expected_close_date))
                                                                                                     as late_days
from mart.opportunities_as_of o
left join pushed p on p.opportunity_id = o.opportunity_id
where coalesce(p.first_day, o.expected_close_date) is not null
