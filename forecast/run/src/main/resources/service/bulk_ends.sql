-- One row per moment until the end of :as_of at which so many requests ended that no agents can have solved them: at least
-- :bulk_count, and ten times as many as at the usual moment. The second rule keeps sources that note only the day apart.
--
-- grain:   ended_at
-- inputs:  crm.requests
-- columns:
--   ended_at   the moment
--   end_count  [requests] requests that ended then
with ends as (
    select resolved_at as ended_at, count(*) as end_count
    from crm.requests
    where resolved_at < :as_of_end
    group by resolved_at
),
usual as (
    select percentile_cont(0.5) within group (order by end_count) as end_count
    from ends
)
select e.ended_at, e.end_count
from ends e
cross join usual u
where e.end_count >= :bulk_count and e.end_count >= 10 * u.end_count
