-- What became of the deals that were promised for three months when these began: one row per first month and owner, for the
-- last 24 months. A reader takes the rows whose first month begins a fiscal quarter. Promised: open on the eve of the first
-- day, with a promised close within the three months. Amounts are those of that eve, as far as the source keeps changes.
-- promised = won + lost + slipped, in numbers and amounts; while the months run, slipped stands for still open.
--
-- grain:   start_month, owner_id
-- inputs:  history.opportunities, mart.opportunities_as_of
-- columns:
--   start_month      first day of the three months
--   owner_id         [users] owner on the eve
--   finished         the three months are over on :as_of
--   promised_count   [opportunities] open and promised for them
--   won_count        [opportunities] of them won until their end
--   lost_count       [opportunities] of them lost until their end
--   slipped_count    [opportunities] of them still open at their end
--   promised_amount  [project currency] sum of the amounts promised
--   won_amount       [project currency] of those won
--   lost_amount      [project currency] of those lost
--   slipped_amount   [project currency] of those still open
with starts as (
    select opportunity_id,
           owner_id,
           coalesce(amount, 0)                                             as amount,
           valid_from,
           valid_to,
           explode(sequence(add_months(trunc(expected_close_date, 'MM'), -2),
                            cast(trunc(expected_close_date, 'MM') as date),
                            interval 1 month))                             as start_month
    from history.opportunities
    where outcome = 'open' and expected_close_date is not null
),
promised as (
    select s.opportunity_id,
           s.owner_id,
           s.amount,
           s.start_month,
           add_months(s.start_month, 3) <= date_add(:as_of, 1)                            as finished,
           if(o.close_date < add_months(s.start_month, 3), o.outcome, 'open')             as fate
    from starts s
    left join mart.opportunities_as_of o on o.opportunity_id = s.opportunity_id
    where s.start_month > s.valid_from and (s.valid_to is null or s.start_month <= s.valid_to)
      and s.start_month between add_months(trunc(:as_of, 'MM'), -24) and :as_of
)
select start_month,
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
group by start_month, owner_id, finished
