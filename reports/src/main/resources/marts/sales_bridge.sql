-- Why sales of a fiscal quarter differ from those of the quarter before and of the same quarter a year before: one row per
-- product and comparison. amount - before_amount is the sum of the seven terms, to the cent, in every row.
--   currency      amount - the same at the mean rate of the earlier quarter; all further terms are at that rate
--   price         (p1 - p0) q1
--   volume        (Q1 / Q0 - 1) p0 q0             Q: units of all products sold in both quarters
--   mix           the rest of these products: p0 (q1 - q0 Q1 / Q0)
--   new, lost     products sold in one of the two quarters only
--   unquantified  change of what has no quantity, as line 0 of sales_lines
-- Where no line of both quarters has a quantity, a line counts as one unit, and price is the mean amount of a line. In
-- the quarter still running the earlier one stops at the same day. A comparison with a quarter without sales is not here.
--
-- grain:   basis, quarter, against, product_id
-- inputs:  mart.sales_lines, mart.fiscal_days, crm.exchange_rates
-- columns:
--   basis                bookings, orders or revenue
--   quarter              first day of the fiscal quarter
--   against              quarter_before or year_before
--   product_id           [products] product
--   counted              what a quantity counts: units or lines
--   before_quantity      [column counted] sold in the earlier quarter
--   quantity             [column counted] sold in the quarter
--   before_amount        [project currency] value in the earlier quarter
--   price_amount         [project currency] change by price
--   volume_amount        [project currency] change by volume
--   mix_amount           [project currency] change by mix
--   new_amount           [project currency] change by products not sold before
--   lost_amount          [project currency] change by products no longer sold
--   unquantified_amount  [project currency] change of what has no quantity
--   currency_amount      [project currency] change by exchange rates
--   amount               [project currency] value in the quarter
with today as (
    select quarter, day = quarter_end as quarter_is_over, day_quarter_before, day_year_before
    from mart.fiscal_days
    where day = :as_of
),
pairs as (
    select d.day,
           p.side,
           p.against,
           case
               when p.side = 'now' then d.quarter
               when p.against = 'quarter_before' then d.next_quarter
               else d.quarter_next_year
           end as shown_quarter,
           case
               when p.side = 'before' then d.quarter
               when p.against = 'quarter_before' then d.quarter_before
               else d.quarter_year_before
           end as rates_of,
           case
               when p.side = 'now' then :as_of
               when p.against = 'quarter_before' then t.day_quarter_before
               else t.day_year_before
           end as until
    from mart.fiscal_days d
    cross join today t
    cross join (values ('now', 'quarter_before'), ('now', 'year_before'), ('before', 'quarter_before'),
                       ('before', 'year_before')) as p(side, against)
),
sides as (
    select s.basis, s.product_id, s.currency, p.side, p.against, p.shown_quarter, p.rates_of,
           count(*)                                                                   as line_count,
           count(s.quantity)                                                          as quantity_count,
           coalesce(sum(s.quantity), 0)                                               as quantity,
           coalesce(sum(s.amount) filter (where s.quantity is not null), 0)           as quantified,
           coalesce(sum(s.amount) filter (where s.quantity is null), 0)               as unquantified,
           coalesce(sum(s.amount_original) filter (where s.quantity is not null), 0)  as quantified_original,
           coalesce(sum(s.amount_original) filter (where s.quantity is null), 0)      as unquantified_original
    from mart.sales_lines s
    join pairs p on p.day = s.day
    cross join today t
    where p.shown_quarter < t.quarter or p.shown_quarter = t.quarter and (t.quarter_is_over or s.day <= p.until)
    group by all
),
rates as (
    select d.quarter, r.currency, avg(r.rate) as rate
    from crm.exchange_rates r
    join mart.fiscal_days d on d.day = r.day
    group by d.quarter, r.currency
),
restated as (
    select s.*,
           if(side = 'now', coalesce(cast(s.quantified_original * r.rate as decimal(18, 2)), s.quantified), s.quantified)
                                                                      as quantified_at_rate,
           if(side = 'now', coalesce(cast(s.unquantified_original * r.rate as decimal(18, 2)), s.unquantified),
              s.unquantified)                                         as unquantified_at_rate,
           sum(s.quantity_count) over compared > 0                    as is_counted,
           sum(if(side = 'before', 1, 0)) over compared > 0           as has_before
    from sides s
    left join rates r on r.quarter = s.rates_of and r.currency = s.currency
    window compared as (partition by s.basis, s.shown_quarter, s.against)
),
items as (
    select basis, shown_quarter, against, product_id, is_counted,
           sum(if(side = 'before', if(is_counted, quantity, line_count), 0))                                  as q0,
           sum(if(side = 'now', if(is_counted, quantity, line_count), 0))                                     as q1,
           sum(if(side = 'before', quantified + if(is_counted, 0, unquantified), 0))                          as r0,
           sum(if(side = 'now', quantified_at_rate + if(is_counted, 0, unquantified_at_rate), 0))             as r1,
           sum(if(side = 'before', quantified + unquantified, 0))                                             as before_amount,
           sum(if(side = 'now', quantified_at_rate + unquantified_at_rate, 0))                                as amount_at_rate,
           sum(if(side = 'now', quantified + unquantified, 0))                                                as amount
    from restated
    where has_before
    group by basis, shown_quarter, against, product_id, is_counted
),
kinds as (
    select *,
           case
               when q0 > 0 and q1 > 0 then 'both'
               when q0 = 0 and r0 = 0 and q1 > 0 then 'new'
               when q1 = 0 and r1 = 0 and q0 > 0 then 'lost'
               else 'other'
           end as kind
    from items
),
terms as (
    select *,
           if(kind = 'both', r1 - cast(r0 * q1 / q0 as decimal(18, 2)), 0)                               as price_amount,
           if(kind = 'both',
              cast(r0 * (sum(if(kind = 'both', q1, 0)) over compared
                         / sum(if(kind = 'both', q0, 0)) over compared - 1) as decimal(18, 2)),
              0)                                                                                         as volume_amount
    from kinds
    window compared as (partition by basis, shown_quarter, against)
)
select basis,
       shown_quarter                                                                    as quarter,
       against,
       product_id,
       if(is_counted, 'units', 'lines')                                                 as counted,
       cast(q0 as double)                                                               as before_quantity,
       cast(q1 as double)                                                               as quantity,
       before_amount,
       price_amount,
       volume_amount,
       if(kind = 'both', r1 - r0 - price_amount - volume_amount, 0)                     as mix_amount,
       if(kind = 'new', r1, 0)                                                          as new_amount,
       if(kind = 'lost', -r0, 0)                                                        as lost_amount,
       amount_at_rate - before_amount - if(kind = 'other', 0, r1 - r0)                  as unquantified_amount,
       amount - amount_at_rate                                                          as currency_amount,
       amount
from terms
