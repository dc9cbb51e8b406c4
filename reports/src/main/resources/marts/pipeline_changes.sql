-- What moved the open pipeline between the last published night and this one, as a ledger: the open amount of that night
-- plus all changes is the open amount of this night, to the cent, in every slice by owner, region, product, segment, stage
-- and promised month. On the first night there is nothing to compare and no row.
--   new            was not there; won or lost since, it enters as new and leaves as won or lost
--   reopened       was closed, is open
--   reassigned     owner, region, product or segment changed: out of the old slice, into the new one
--   stage_changed  on to another stage or back: out of the old stage, into the new one
--   pushed_out     promised close later or withdrawn: out of the old month, into the new one
--   pulled_in      promised close earlier, or promised for the first time
--   up, down       the amount changed; a deal that was won is first brought to the amount agreed
--   won, lost      left the pipeline: a win with the amount agreed, a loss with the amount it had
--   removed        is no longer there
-- A deal with several changes has them in this order, each on what the one before left. Runs in Spark and in DuckDB.
--
-- grain:   opportunity_id, bucket, direction
-- inputs:  mart.deals_compared
-- drill:   crm.opportunities by opportunity_id
-- columns:
--   position        [order of display] of the bucket, from 2; 1 is the start
--   opportunity_id  [opportunities] opportunity
--   bucket          kind of the change
--   direction       in or out: whether the slice gains or loses
--   owner_id        [users] owner in the slice
--   region          sales region of the slice
--   product_id      [products] main product of the slice
--   segment         customer segment of the slice
--   stage           stage of the slice; a deal that is closed keeps the one it had while open
--   expected_month  first day of the promised month of the slice
--   amount_before   [project currency] what the deal had in the slice before the change
--   amount_after    [project currency] what it has there after it
--   change_amount   [project currency] amount_after less amount_before
with deals as (
    select *,
           coalesce(before_outcome = 'open', false)      as was_open,
           coalesce(after_outcome = 'open', false)       as is_open,
           coalesce(before_outcome = 'open' and after_outcome <> 'open', false) as left_open
    from mart.deals_compared
),
moves as (
    select *,
           -- What is closed leaves from the stage and month it was in.
           case when left_open then before_stage else after_stage end             as last_stage,
           case when left_open then before_month else after_month end             as last_month,
           case when was_open then before_amount else after_amount end            as entry_amount,
           coalesce(was_open and after_outcome is not null
                    and (before_owner_id is distinct from after_owner_id
                         or before_region is distinct from after_region
                         or before_product_id is distinct from after_product_id
                         or before_segment is distinct from after_segment), false)  as moved,
           was_open and is_open and before_stage is distinct from after_stage     as progressed,
           case when was_open and is_open and before_promised_date is distinct from after_promised_date
                then case when before_promised_date is null or after_promised_date < before_promised_date
                          then 'pulled_in' else 'pushed_out' end end              as rescheduled,
           case when was_open and after_outcome in ('open', 'won') and before_amount < after_amount then 'up'
                when was_open and after_outcome in ('open', 'won') and before_amount > after_amount then 'down'
                end                                                               as resized,
           case when (before_outcome is null or was_open) and after_outcome <> 'open'
                then after_outcome end                                            as closed
    from deals
),
entries as (
    select m.*,
           s.position,
           s.bucket,
           s.direction,
           s.place,
           s.at_stage,
           s.at_month,
           case s.bucket
               when 'new' then before_outcome is null
               when 'reopened' then before_outcome is not null and not was_open and is_open
               when 'reassigned' then moved
               when 'stage_changed' then progressed
               when 'removed' then was_open and after_outcome is null
               else s.bucket in (coalesce(rescheduled, ''), coalesce(resized, ''), coalesce(closed, ''))
           end as applies,
           case when s.bucket in ('new', 'reopened') then 0
                when s.bucket in ('reassigned', 'stage_changed', 'pushed_out', 'pulled_in') and s.direction = 'in' then 0
                when s.bucket = 'won' then after_amount
                when s.bucket = 'lost' then entry_amount
                else before_amount
           end as amount_before,
           case when s.bucket in ('new', 'reopened', 'up', 'down') then after_amount
                when s.direction = 'in' then before_amount
                else 0
           end as amount_after
    from moves m
    cross join (values (2, 'new', 'in', 'after', 'after', 'after'),
                       (3, 'reopened', 'in', 'after', 'after', 'after'),
                       (4, 'reassigned', 'out', 'before', 'before', 'before'),
                       (4, 'reassigned', 'in', 'after', 'before', 'before'),
                       (5, 'stage_changed', 'out', 'after', 'before', 'before'),
                       (5, 'stage_changed', 'in', 'after', 'after', 'before'),
                       (6, 'pushed_out', 'out', 'after', 'after', 'before'),
                       (6, 'pushed_out', 'in', 'after', 'after', 'after'),
                       (7, 'pulled_in', 'out', 'after', 'after', 'before'),
                       (7, 'pulled_in', 'in', 'after', 'after', 'after'),
                       (8, 'up', 'in', 'after', 'after', 'after'),
                       (9, 'down', 'out', 'after', 'after', 'after'),
                       (10, 'won', 'out', 'after', 'after', 'after'),
                       (11, 'lost', 'out', 'after', 'after', 'after'),
                       (12, 'removed', 'out', 'before', 'before', 'before')
               ) as s (position, bucket, direction, place, at_stage, at_month)
)
select position,
       opportunity_id,
       bucket,
       direction,
       case place when 'before' then before_owner_id else after_owner_id end       as owner_id,
       case place when 'before' then before_region else after_region end           as region,
       case place when 'before' then before_product_id else after_product_id end   as product_id,
       case place when 'before' then before_segment else after_segment end         as segment,
       case at_stage when 'before' then before_stage else last_stage end           as stage,
       case at_month when 'before' then before_month else last_month end           as expected_month,
       amount_before,
       amount_after,
       amount_after - amount_before                                                as change_amount
from entries
where applies
