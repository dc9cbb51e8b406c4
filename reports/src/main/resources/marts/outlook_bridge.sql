-- From the outlook of the last published night to that of this one, for the quarter that the earlier night looked at: a row
-- per step, in order, also for the buckets that are empty. Start and end are the means as they were forecast, once the
-- quarter is over what was booked in it; the steps are summed from the ledger. They agree to the cent.
-- No row where one of the nights has no outlook. Runs in Spark and in DuckDB.
--
-- grain:   bucket
-- inputs:  previous.quarter_outlook, forecast.quarter_outlook, mart.deals_compared, mart.outlook_changes
-- drill:   mart.outlook_changes by bucket
-- columns:
--   position           [order of display] from 1
--   quarter            fiscal quarter, as Q3 2026
--   bucket             start, a bucket of outlook_changes, or end
--   opportunity_count  [opportunities] opportunities in it; at start and end those that add to the outlook
--   amount             [project currency] start and end: the mean; else the sum of the changes
with nights as (
    select case when b.first_day <= a.first_day then b.quarter else a.quarter end  as quarter,
           case when b.first_day <= a.first_day then b.mean end                    as before_mean,
           case when a.first_day <= b.first_day then a.mean end                    as after_mean
    from previous.quarter_outlook b
    cross join forecast.quarter_outlook a
    where b.mean is not null and a.mean is not null
),
totals as (
    select count_if(before_outlook_amount <> 0)      as before_count,
           count_if(after_outlook_amount <> 0)       as after_count,
           coalesce(sum(before_outlook_amount), 0)   as before_amount,
           coalesce(sum(after_outlook_amount), 0)    as after_amount
    from mart.deals_compared
),
changes as (
    select position, count(distinct opportunity_id) as opportunity_count, sum(change_amount) as amount
    from mart.outlook_changes
    group by position
)
select s.position,
       n.quarter,
       s.bucket,
       case s.bucket when 'start' then t.before_count
                     when 'end' then t.after_count
                     else coalesce(c.opportunity_count, 0) end  as opportunity_count,
       case s.bucket when 'start' then coalesce(n.before_mean, t.before_amount)
                     when 'end' then coalesce(n.after_mean, t.after_amount)
                     else coalesce(c.amount, 0) end             as amount
from nights n
cross join totals t
cross join (values (1, 'start'), (2, 'new'), (3, 'reopened'), (4, 'reassigned'), (5, 'resized'), (6, 'pushed_out'),
                   (7, 'pulled_in'), (8, 'stage_changed'), (9, 're_scored'), (10, 'model_change'), (11, 'booked'),
                   (12, 'lost'), (13, 'removed'), (14, 'data_fix'), (15, 'not_yet_created'), (16, 'allowance'), (17, 'end')
           ) as s (position, bucket)
left join changes c on c.position = s.position
