-- What was reported of the months that are over, and what is known of them now: one row per opportunity won in a month
-- when that was reported first, or by now. A month is reported by the first night published after its end; what that
-- night said is carried on from night to night and never changes. The last 15 months.
-- A deal that was moved to another month stands under both. On the first night both sides are the same.
--
-- grain:   opportunity_id, month
-- inputs:  previous.restated_bookings, mart.opportunities_as_of
-- columns:
--   opportunity_id   [opportunities] opportunity
--   month            first day of the month of closing
--   reported_on      night that reported the month first
--   reported_count   [opportunities] 1 if it was won in the month by that report, else 0
--   reported_amount  [project currency] agreed, by that report
--   restated_count   [opportunities] 1 if it was won in the month by what is known now, else 0
--   restated_amount  [project currency] agreed, by what is known now
--   known_on         night of what is known now
with reported as (
    select opportunity_id, month, reported_on, reported_count, reported_amount, known_on
    from previous.restated_bookings
    where month > add_months(:as_of, -16)
),
last_night as (
    select max(known_on) as known_on from reported
),
nights as (
    select month, max(reported_on) as reported_on from reported group by month
),
won as (
    select o.opportunity_id,
           o.close_month                                     as month,
           coalesce(o.amount, 0)                             as amount,
           coalesce(last_day(o.close_month) <= l.known_on, false)   as is_reported
    from mart.opportunities_as_of o
    cross join last_night l
    where o.outcome = 'won' and last_day(o.close_month) <= :as_of and o.close_month > add_months(:as_of, -16)
),
told as (
    select opportunity_id, month, reported_count, reported_amount from reported where reported_count = 1
    union all
    select opportunity_id, month, 1, amount from won where not is_reported
)
select coalesce(t.opportunity_id, w.opportunity_id)                                           as opportunity_id,
       coalesce(t.month, w.month)                                                             as month,
       coalesce(n.reported_on, if(coalesce(w.is_reported, false), l.known_on, :as_of))        as reported_on,
       coalesce(t.reported_count, 0)                                                          as reported_count,
       coalesce(t.reported_amount, 0)                                                         as reported_amount,
       if(w.opportunity_id is null, 0, 1)                                                     as restated_count,
       coalesce(w.amount, 0)                                                                  as restated_amount,
       cast(:as_of as date)                                                                   as known_on
from told t
full join won w on w.opportunity_id = t.opportunity_id and w.month = t.month
left join nights n on n.month = coalesce(t.month, w.month)
cross join last_night l
