-- What marketing, sales and service know of each customer: one row per account with a purchase, a dealing or a request in
-- the last twelve months or before. The three areas stand side by side and are not added up. Sales are orders where there
-- are any, else bookings. A contact is a row of mart.contact_history.
--
-- grain:   account_id
-- inputs:  crm.accounts, crm.leads, crm.opportunities, mart.contact_history, mart.sales_lines, mart.customer_rfm,
--          mart.request_handling, forecast.customer_values
-- columns:
--   account_id             [accounts] customer
--   owner_id               [users] who looks after the customer
--   segment                tier of the customer
--   parent_account_id      [accounts] who owns the customer; purchases are not added up over owners
--   filled_count           [fields] of segment, industry, country, region, annual_revenue and employees with a value
--   lead_count             [leads] that became an opportunity of the customer, in twelve months
--   campaign_count         [campaigns] that brought leads or opportunities of the customer, in twelve months
--   contact_count          [contacts] in twelve months
--   last_contact_day       day of the last one
--   silent_days            [days] since then
--   norm_days              [days] 90 of 100 gaps between contacts with customers of the segment are no longer
--   is_silent              silent for longer than that
--   engagement_score       [1 to 5] by contact_count among all: 5 are the fifth with most; equal ones have equal scores
--   amount                 [project currency] bought in twelve months
--   amount_before          [project currency] bought in the twelve months before those
--   recency_score          [1 to 5] of mart.customer_rfm as the next three: the later, the higher
--   frequency_score        [1 to 5] the more often, the higher
--   amount_score           [1 to 5] the more, the higher
--   customer_group         best, loyal, new, lapsing or lost
--   alive                  [fraction 0 to 1] probability that the customer still buys
--   expected_amount        [project currency] expected in twelve months to come
--   expected_low           [project currency] 2.5 % of futures lie below
--   expected_high          [project currency] 97.5 % of futures lie below
--   request_count          [requests] opened in twelve months
--   open_request_count     [requests] not resolved yet
--   handling_hours_median  [hours] of those resolved in twelve months
--   mark_count             [marks] given in twelve months
--   mark_sum               [marks] their sum; the mean is taken where it is shown
with chosen as (
    select coalesce(max(basis) filter (where basis = 'orders'), 'bookings') as basis from mart.sales_lines
),
contacts as (
    select h.account_id, a.segment, cast(h.happened_at as date) as day,
           datediff(cast(h.happened_at as date),
                    lag(cast(h.happened_at as date)) over (partition by h.account_id order by h.happened_at))  as gap
    from mart.contact_history h
    join crm.accounts a on a.account_id = h.account_id
),
norms as (
    select segment, percentile_cont(0.9) within group (order by gap) as norm_days
    from contacts
    where gap > 0
    group by segment
),
touched as (
    select account_id, count_if(day > add_months(:as_of, -12)) as contact_count, max(day) as last_day
    from contacts
    group by account_id
),
marketed as (
    select account_id, sum(is_lead) as lead_count, count(distinct campaign_id) as campaign_count
    from (select o.account_id, l.campaign_id, 1 as is_lead
          from crm.leads l
          join crm.opportunities o on o.opportunity_id = l.opportunity_id
          where l.created_at < :as_of_end and cast(l.created_at as date) > add_months(:as_of, -12)
          union all
          select account_id, campaign_id, 0
          from crm.opportunities
          where created_at < :as_of_end and cast(created_at as date) > add_months(:as_of, -12))
    group by account_id
),
sold as (
    select s.account_id,
           sum(s.amount) filter (where s.day > add_months(:as_of, -12))                                        as amount,
           sum(s.amount) filter (where s.day <= add_months(:as_of, -12) and s.day > add_months(:as_of, -24))
                                                                                                        as amount_before
    from mart.sales_lines s
    join chosen c on c.basis = s.basis
    where s.day <= :as_of
    group by s.account_id
),
served as (
    select account_id,
           count_if(cast(opened_at as date) > add_months(:as_of, -12))                                  as request_count,
           count_if(censored)                                                                           as open_request_count,
           percentile_cont(0.5) within group (order by handling_hours) filter (where resolved_month >= add_months(trunc(:as_of, 'MM'), -11))
                                                                                                as handling_hours_median,
           count(satisfaction) filter (where resolved_month >= add_months(trunc(:as_of, 'MM'), -11))    as mark_count,
           sum(satisfaction) filter (where resolved_month >= add_months(trunc(:as_of, 'MM'), -11))      as mark_sum
    from mart.request_handling
    where opened_at < :as_of_end
    group by account_id
)
select a.account_id,
       a.owner_id,
       a.segment,
       a.parent_account_id,
       if(coalesce(trim(a.segment), '') <> '', 1, 0) + if(coalesce(trim(a.industry), '') <> '', 1, 0)
           + if(coalesce(trim(a.country), '') <> '', 1, 0) + if(coalesce(trim(a.region), '') <> '', 1, 0)
           + if(a.annual_revenue is null, 0, 1) + if(a.employees is null, 0, 1)                     as filled_count,
       coalesce(m.lead_count, 0)                                                                    as lead_count,
       coalesce(m.campaign_count, 0)                                                                as campaign_count,
       coalesce(t.contact_count, 0)                                                                 as contact_count,
       t.last_day                                                                                   as last_contact_day,
       datediff(:as_of, t.last_day)                                                                 as silent_days,
       n.norm_days,
       datediff(:as_of, t.last_day) > n.norm_days                                                   as is_silent,
       cast(least(5, 1 + floor(5 * percent_rank() over (order by coalesce(t.contact_count, 0)))) as bigint)
                                                                                                    as engagement_score,
       coalesce(s.amount, 0)                                                                        as amount,
       coalesce(s.amount_before, 0)                                                                 as amount_before,
       r.recency_score,
       r.frequency_score,
       r.amount_score,
       r.customer_group,
       v.alive,
       v.value                                                                                      as expected_amount,
       v.value_low                                                                                  as expected_low,
       v.value_high                                                                                 as expected_high,
       coalesce(q.request_count, 0)                                                                 as request_count,
       coalesce(q.open_request_count, 0)                                                            as open_request_count,
       q.handling_hours_median,
       coalesce(q.mark_count, 0)                                                                    as mark_count,
       q.mark_sum
from crm.accounts a
cross join chosen c
left join touched t                     on t.account_id = a.account_id
left join norms n                       on n.segment is not distinct from a.segment
left join marketed m                    on m.account_id = a.account_id
left join sold s                        on s.account_id = a.account_id
left join mart.customer_rfm r           on r.account_id = a.account_id and r.basis = c.basis
left join served q                      on q.account_id = a.account_id
left join forecast.customer_values v    on v.account_id = a.account_id
where t.account_id is not null or s.account_id is not null or q.account_id is not null
