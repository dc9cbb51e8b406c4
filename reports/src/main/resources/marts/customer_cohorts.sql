-- What became of the customers who bought first in a fiscal month: one row per month of the first purchase and fiscal
-- month since, up to the last month that is over. Months not yet over are absent; a month in which nobody of the cohort
-- bought is here with 0. The first purchase is the first in the data: customers from before begin too late.
--
-- grain:   basis, cohort_month, months_since
-- inputs:  mart.sales_lines, mart.fiscal_days
-- columns:
--   basis            bookings, orders or revenue
--   cohort_month     first day of the fiscal month of the first purchase
--   months_since     [fiscal months] since the first purchase, from 0
--   month            first day of the month observed
--   customer_count   [accounts] customers of the cohort
--   active_count     [accounts] those of them who bought in the month
--   first_amount     [project currency] what the cohort bought in its first month
--   amount           [project currency] what it bought in the month
--   retained_amount  [project currency] of that, at most as much of each customer as in the first month
with bought as (
    select s.basis, s.account_id, d.month, sum(s.amount) as amount
    from mart.sales_lines s
    join mart.fiscal_days d on d.day = s.day
    where s.account_id is not null and d.month_end <= :as_of
    group by s.basis, s.account_id, d.month
),
customers as (
    select basis,
           account_id,
           min(month)                             as cohort_month,
           min_by(amount, month)                  as first_amount,
           collect_list(struct(month, amount))    as purchases
    from bought
    group by basis, account_id
),
active as (
    select basis,
           cohort_month,
           p.month,
           count(*)                               as active_count,
           sum(p.amount)                          as amount,
           sum(least(p.amount, first_amount))     as retained_amount
    from customers
    lateral view inline(purchases) p as month, amount
    group by basis, cohort_month, p.month
),
cohorts as (
    select basis,
           cohort_month,
           max(active_count) filter (where month = cohort_month)                                           as customer_count,
           max(amount) filter (where month = cohort_month)                                                 as first_amount,
           map_from_entries(collect_list(struct(month, struct(active_count, amount, retained_amount))))    as active
    from active
    group by basis, cohort_month
),
calendar as (
    select sort_array(collect_list(month)) as months
    from mart.fiscal_days
    where day = month_end and day <= :as_of
)
select c.basis,
       c.cohort_month,
       m.months_since,
       m.month,
       c.customer_count,
       coalesce(c.active[m.month].active_count, 0)       as active_count,
       c.first_amount,
       coalesce(c.active[m.month].amount, 0)             as amount,
       coalesce(c.active[m.month].retained_amount, 0)    as retained_amount
from cohorts c
cross join calendar
lateral view posexplode(filter(months, month -> month >= c.cohort_month)) m as months_since, month
