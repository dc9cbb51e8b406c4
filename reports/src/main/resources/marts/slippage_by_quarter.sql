-- What became of the deals that were promised for a fiscal quarter when it began: one row per quarter and owner, for the
-- quarters that began in the last 24 months. Promised: open on the eve of the first day, with a promised close in the
-- quarter. Amounts are those of that eve, as far as the source keeps changes.
-- promised = won + lost + slipped, in numbers and amounts; while the quarter runs, slipped stands for still open.
--
-- grain:   quarter, owner_id
-- inputs:  history.opportunities, mart.opportunities_as_of, mart.fiscal_days
-- columns:
--   quarter          first day of the fiscal quarter
--   owner_id         [users] owner on the eve
--   finished         the quarter is over on :as_of
--   promised_count   [opportunities] open and promised for it
--   won_count        [opportunities] of them won until its end
--   lost_count       [opportunities] of them lost until its end
--   slipped_count    [opportunities] of them still open at its end
--   promised_amount  [project currency] sum of the amounts promised
--   won_amount       [project currency] of those won
--   lost_amount      [project currency] of those lost
--   slipped_amount   [project currency] of those still open
with promised as (
    select d.quarter,
           h.owner_id,
           d.quarter_end <= :as_of                              as finished,
           coalesce(h.amount, 0)                                as amount,
           if(o.close_date <= d.quarter_end, o.outcome, 'open') as fate
    from history.opportunities h
    join mart.fiscal_days d                 on d.day = h.expected_close_date
    left join mart.opportunities_as_of o    on o.opportunity_id = h.opportunity_id
    where h.outcome = 'open'
      and d.quarter > h.valid_from and (h.valid_to is null or d.quarter <= h.valid_to)
      and d.quarter between add_months(:as_of, -24) and :as_of
)
select quarter,
       owner_id,
       finished,
       count(*)                                                    as promised_count,
       count_if(fate = 'won')                                      as won_count,
       count_if(fate = 'lost')                                     as lost_count,
       count_if(fate = 'open')                                     as slipped_count,
       sum(amount)                                                 as promised_amount,
       coalesce(sum(amount) filter (where fate = 'won'), 0)        as won_amount,
       coalesce(sum(amount) filter (where fate = 'lost'), 0)       as lost_amount,
       coalesce(sum(amount) filter (where fate = 'open'), 0)       as slipped_amount
from promised
group by quarter, owner_id, finished
