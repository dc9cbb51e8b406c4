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
with months as (
    select month, row_number() over (order by month) as number
    from mart.fiscal_days
    where day = month_end and day <= :as_of
),
bought as (
    select s.basis, s.account_id, m.month, m.number, sum(s.amount) as amount
    from mart.sales_lines s
    join mart.fiscal_days d on d.day = s.day
    join months m           on m.month = d.month
    where s.account_id is not null
    group by s.basis, s.account_id, m.month, m.number
),
customers as (
    select *,
           min(month) over (partition by basis, account_id)                       as cohort_month,
           min(number) over (partition by basis, account_id)                      as first_number,
           first_value(amount) over (partition by basis, account_id order by month) as first_amount
    from bought
),
cohorts as (
    select basis, cohort_month, first_number, count(*) as customer_count, sum(amount) as first_amount
    from customers
    where month = cohort_month
    group by basis, cohort_month, first_number
),
active as (
    select basis, cohort_month, number,
           count(*)                            as active_count,
           sum(amount)                         as amount,
           sum(least(amount, first_amount))    as retained_amount
    from customers
    group by basis, cohort_month, number
)
select c.basis,
       c.cohort_month,
       m.number - c.first_number         as months_since,
       m.month,
       c.customer_count,
       coalesce(a.active_count, 0)       as active_count,
       c.first_amount,
       coalesce(a.amount, 0)             as amount,
       coalesce(a.retained_amount, 0)    as retained_amount
from cohorts c
join months m       on m.number >= c.first_number
left join active a  on a.basis = c.basis and a.cohort_month = c.cohort_month and a.number = m.number
