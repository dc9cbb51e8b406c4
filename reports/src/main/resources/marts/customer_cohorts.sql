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
           min(month)               as cohort_month,
           min_by(amount, month)    as first_amount
    from bought
    group by basis, account_id
),
active as (
    select b.basis,
           c.cohort_month,
           b.month,
           count(*)                               as active_count,
           sum(b.amount)                          as amount,
           sum(least(b.amount, c.first_amount))   as retained_amount
    from bought b
    join customers c on c.basis = b.basis and c.account_id = b.account_id
    group by b.basis, c.cohort_month, b.month
),
months as (
    select month, row_number() over (order by month) as place
    from mart.fiscal_days
    where day = month_end and day <= :as_of
)
select c.basis,
       c.cohort_month,
       m.place - f.place                     as months_since,
       m.month,
       c.active_count                        as customer_count,
       coalesce(a.active_count, 0)           as active_count,
       c.amount                              as first_amount,
       coalesce(a.amount, 0)                 as amount,
       coalesce(a.retained_amount, 0)        as retained_amount
from active c
join months f on f.month = c.month
join months m on m.month >= c.cohort_month
left join active a on a.basis = c.basis and a.cohort_month = c.cohort_month and a.month = m.month
where c.month = c.cohort_month
