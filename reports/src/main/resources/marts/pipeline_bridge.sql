-- From the open pipeline of the last published night to that of this one: a row per step, in order, also for the buckets
-- that are empty. Start and end are summed from the opportunities, the steps from the ledger; they agree to the cent.
-- No row on the first night.
--
-- grain:   bucket
-- inputs:  previous.opportunities, mart.pipeline_changes, mart.open_opportunities
-- drill:   mart.pipeline_changes by bucket
-- columns:
--   position           [order of display] from 1
--   bucket             start, a bucket of pipeline_changes, or end
--   opportunity_count  [opportunities] opportunities in it
--   amount             [project currency] start and end: the open amount; else the sum of the changes
--   moved_amount       [project currency] what was moved between owners, regions, products, segments, stages or months,
--                      which changes no total; 0 for the other buckets
with facts as (
    select 'start'                                                                   as bucket,
           count(*)                                                                  as opportunity_count,
           sum(amount)                                                               as amount,
           0                                                                         as moved_amount
    from previous.opportunities
    where outcome = 'open'
    union all
    select bucket,
           count(distinct opportunity_id),
           sum(change_amount),
           sum(if(bucket in ('reassigned', 'stage_changed', 'pushed_out', 'pulled_in'), amount_after, 0))
    from mart.pipeline_changes
    group by bucket
    union all
    select 'end', count(*), sum(amount), 0
    from mart.open_opportunities
)
select s.position,
       s.bucket,
       coalesce(f.opportunity_count, 0)  as opportunity_count,
       coalesce(f.amount, 0)             as amount,
       coalesce(f.moved_amount, 0)       as moved_amount
from values (1, 'start'), (2, 'new'), (3, 'reopened'), (4, 'reassigned'), (5, 'stage_changed'), (6, 'pushed_out'),
            (7, 'pulled_in'), (8, 'up'), (9, 'down'), (10, 'won'), (11, 'lost'), (12, 'removed'),
            (13, 'end') as s (position, bucket)
left join facts f on f.bucket = s.bucket
where exists (select 1 from previous.opportunities)
