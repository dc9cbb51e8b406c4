-- What moved the outlook of the quarter between the last published night and this one, as a ledger: the mean of that
-- night's outlook plus all changes is the mean of this night's, to the cent, in every slice as in pipeline_changes. The
-- quarter is the one that the earlier night looked at; once it is over its outlook is what was booked in it. No row where
-- one of the nights has no outlook.
--   new              was not there: what it adds, also when it is won already
--   reopened         was closed, is open
--   reassigned       owner, region, product or segment changed; out of the old slice, into the new one
--   resized          the amount of an open deal changed: at the chance it had
--   pushed_out       promised later, or won after the quarter, or still open at its end
--   pulled_in        promised earlier, or for the first time
--   stage_changed    on to another stage or back
--   re_scored        the chance changed and no fact of the deal did: it has aged, or others have closed
--   model_change     the same, on a night on which the model rests on other evidence
--   booked           won in the quarter: what was agreed less what was expected
--   lost             what was expected of it
--   removed          is no longer there
--   data_fix         closed on both nights and yet other, or its win is dated before the quarter
--   not_yet_created  what is expected of deals that are not there yet
--   allowance        the rest of the model's mean: other amounts at close, deals without an amount, rounding
-- A deal moves between slices and changes in size first; everything else that its chance did goes to one more bucket, the
-- first that is true of new, removed, booked to data_fix, reopened, pushed_out or pulled_in, stage_changed, resized,
-- reassigned, model_change, re_scored. The last two buckets have no deal and no slice. Runs in Spark and in DuckDB.
--
-- grain:   opportunity_id, bucket, direction
-- inputs:  mart.deals_compared, previous.quarter_outlook, forecast.quarter_outlook
-- drill:   crm.opportunities by opportunity_id
-- columns:
--   position        [order of display] of the bucket, from 2; 1 is the start
--   opportunity_id  [opportunities] opportunity; empty for what belongs to none
--   bucket          kind of the change
--   direction       in or out: whether the slice gains or loses
--   owner_id        [users] owner in the slice
--   region          sales region of the slice
--   product_id      [products] main product of the slice
--   segment         customer segment of the slice
--   stage           stage of the slice
--   expected_month  first day of the promised month of the slice
--   amount_before   [project currency] what the outlook has of the deal in the slice before the change
--   amount_after    [project currency] what it has there after it
--   change_amount   [project currency] amount_after less amount_before
with nights as (
    select least(b.first_day, a.first_day)                       as first_day,
           least(b.last_day, a.last_day)                         as last_day,
           b.first_day <> a.first_day                            as quarter_over,
           b.evidence is distinct from a.evidence                as remodelled,
           case when b.first_day <= a.first_day then b.mean end      as before_mean,
           case when a.first_day <= b.first_day then a.mean end      as after_mean,
           case when b.first_day <= a.first_day then b.new_mean end  as before_new,
           case when a.first_day <= b.first_day then a.new_mean end  as after_new
    from previous.quarter_outlook b
    cross join forecast.quarter_outlook a
    where b.mean is not null and a.mean is not null
),
deals as (
    select d.*,
           n.first_day,
           n.last_day,
           n.quarter_over,
           n.remodelled,
           coalesce(d.before_outlook_amount, 0)                         as was_amount,
           coalesce(d.after_outlook_amount, 0)                          as is_amount,
           d.before_outcome is null or d.after_outcome is null          as came_or_went,
           d.before_outcome = 'open' and d.after_outcome = 'open'       as stayed_open,
           d.before_owner_id is distinct from d.after_owner_id
               or d.before_region is distinct from d.after_region
               or d.before_product_id is distinct from d.after_product_id
               or d.before_segment is distinct from d.after_segment     as moved
    from mart.deals_compared d
    cross join nights n
    where d.before_outlook_amount <> 0 or d.after_outlook_amount <> 0
),
judged as (
    select *,
           case when before_outcome is null then 'new'
                when after_outcome is null then 'removed'
                when before_outcome <> 'open' and after_outcome = 'open' then 'reopened'
                when before_outcome = 'open' and after_outcome = 'lost' then 'lost'
                when after_outcome = 'won' and (before_outcome = 'open'
                         or before_outcome = 'lost' and after_close_date > before_close_date)
                    then case when after_close_date between first_day and last_day then 'booked'
                              when after_close_date > last_day then 'pushed_out'
                              else 'data_fix' end
                when not stayed_open then 'data_fix'
                when quarter_over then case when was_amount = 0 then 'pulled_in' else 'pushed_out' end
                when before_promised_date is distinct from after_promised_date
                    then case when before_promised_date is null or after_promised_date < before_promised_date
                              then 'pulled_in' else 'pushed_out' end
                when before_stage is distinct from after_stage then 'stage_changed'
                when before_amount <> after_amount then 'resized'
                when moved then 'reassigned'
                when remodelled then 'model_change'
                else 're_scored'
           end as kind
    from deals
),
sized as (
    select *,
           moved and not came_or_went                                              as changes_place,
           before_stage is distinct from after_stage or before_month is distinct from after_month as changes_column,
           cast(case when coalesce(stayed_open, false) and kind <> 'resized' and not quarter_over
                          and before_amount <> after_amount
                     then cast(after_amount as decimal(20, 2)) * cast(coalesce(before_win_in_quarter, 0) as decimal(10, 9))
                     else was_amount
                end as decimal(18, 2)) as sized_amount
    from judged
),
entries as (
    select d.*,
           s.step,
           s.direction,
           s.place,
           s.at_column,
           case s.step
               when 'move' then 'reassigned'
               when 'size' then 'resized'
               else kind
           end as bucket,
           case s.step
               when 'move' then changes_place
               when 'size' then true
               when 'whole' then came_or_went or not changes_column
               else not came_or_went and changes_column
           end as applies,
           case when s.step in ('move', 'column') and s.direction = 'in' then 0
                when s.step in ('move', 'size') then was_amount
                when s.step = 'whole' and kind = 'reassigned' then is_amount
                else sized_amount
           end as amount_before,
           case when s.step in ('move', 'column') and s.direction = 'out' then 0
                when s.step = 'move' then case when kind = 'reassigned' then is_amount else was_amount end
                when s.step = 'size' then sized_amount
                else is_amount
           end as amount_after
    from sized d
    cross join (values ('move', 'out', 'before', 'before'),
                       ('move', 'in', 'after', 'before'),
                       ('size', 'in', 'after', 'before'),
                       ('whole', 'in', 'after', 'after'),
                       ('column', 'out', 'after', 'before'),
                       ('column', 'in', 'after', 'after')
               ) as s (step, direction, place, at_column)
),
of_deals as (
    select opportunity_id,
           bucket,
           case when step in ('move', 'column') then direction
                when amount_after < amount_before then 'out'
                else 'in' end                                                             as direction,
           case when place = 'before' or after_outcome is null then before_owner_id else after_owner_id end as owner_id,
           case when place = 'before' or after_outcome is null then before_region else after_region end     as region,
           case when place = 'before' or after_outcome is null
                then before_product_id else after_product_id end                          as product_id,
           case when place = 'before' or after_outcome is null then before_segment else after_segment end   as segment,
           case when at_column = 'before' or after_outcome is null then before_stage else after_stage end   as stage,
           case when at_column = 'before' or after_outcome is null then before_month else after_month end
                                                                                          as expected_month,
           amount_before,
           amount_after
    from entries
    where applies and amount_before <> amount_after
),
totals as (
    select n.before_mean,
           n.after_mean,
           coalesce(n.before_new, 0)                  as before_new,
           coalesce(n.after_new, 0)                   as after_new,
           coalesce(sum(d.before_outlook_amount), 0)  as before_deals,
           coalesce(sum(d.after_outlook_amount), 0)   as after_deals
    from nights n
    left join mart.deals_compared d on true
    group by n.before_mean, n.after_mean, n.before_new, n.after_new
),
parts as (
    select p.bucket,
           case p.bucket when 'allowance' then coalesce(t.before_mean - t.before_new - t.before_deals, 0)
                         else t.before_new end  as amount_before,
           case p.bucket when 'allowance' then coalesce(t.after_mean - t.after_new - t.after_deals, 0)
                         else t.after_new end   as amount_after
    from totals t
    cross join (values ('not_yet_created'), ('allowance')) as p (bucket)
),
changes as (
    select * from of_deals
    union all
    select null, bucket, case when amount_after < amount_before then 'out' else 'in' end, null, null, null, null, null, null,
           amount_before, amount_after
    from parts
)
select s.position,
       c.opportunity_id,
       c.bucket,
       c.direction,
       c.owner_id,
       c.region,
       c.product_id,
       c.segment,
       c.stage,
       c.expected_month,
       c.amount_before,
       c.amount_after,
       c.amount_after - c.amount_before as change_amount
from changes c
join (values (2, 'new'), (3, 'reopened'), (4, 'reassigned'), (5, 'resized'), (6, 'pushed_out'), (7, 'pulled_in'),
             (8, 'stage_changed'), (9, 're_scored'), (10, 'model_change'), (11, 'booked'), (12, 'lost'), (13, 'removed'),
             (14, 'data_fix'), (15, 'not_yet_created'), (16, 'allowance')
     ) as s (position, bucket) on s.bucket = c.bucket
