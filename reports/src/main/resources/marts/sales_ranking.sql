-- Who and what sales of the last twelve fiscal months rest on: one row per customer and per product, largest first.
-- Class A are those who together make the first 80 % of what was sold, B the next 15 %, C the rest; who sold as much as
-- another has the same rank and class. Those whose sales are 0 or less have no class and are in no sum.
--
-- grain:   basis, dimension, member_key
-- inputs:  mart.sales_lines, mart.fiscal_days
-- columns:
--   basis              bookings, orders or revenue
--   dimension          account or product
--   member_key         the account or product; empty for sales that name none
--   rank               [position] from 1
--   amount             [project currency] sales since the day after :as_of a year before
--   cumulative_amount  [project currency] sales of all members of this rank and above
--   total_amount       [project currency] sales of all members with a class
--   class              A, B or C
with of_members as (
    select s.basis,
           m.dimension,
           if(m.dimension = 'account', s.account_id, s.product_id)    as member_key,
           s.amount
    from mart.sales_lines s
    join mart.fiscal_days t on t.day = :as_of and s.day > t.day_year_before and s.day <= t.day
    cross join (values ('account'), ('product')) as m(dimension)
),
sold as (
    select basis, dimension, member_key, sum(amount) as amount
    from of_members
    group by basis, dimension, member_key
),
ranked as (
    select *,
           rank() over largest                                                                      as rank,
           sum(if(amount > 0, amount, 0)) over largest                                              as cumulative_amount,
           sum(if(amount > 0, amount, 0)) over (partition by basis, dimension)                      as total_amount,
           sum(if(amount > 0, amount, 0)) over (partition by basis, dimension, amount)              as tied_amount
    from sold
    window largest as (partition by basis, dimension order by amount desc)
)
select basis,
       dimension,
       member_key,
       rank,
       amount,
       cumulative_amount,
       total_amount,
       case
           when amount <= 0 then null
           when cumulative_amount - tied_amount < 0.80 * total_amount then 'A'
           when cumulative_amount - tied_amount < 0.95 * total_amount then 'B'
           else 'C'
       end                                                                                          as class
from ranked
