-- One row per sale_order that is not confirmed; the confirmed ones are orders. Amounts are net of tax, converted by the
-- rate that the quotation itself carries into the currency of its company. Odoo keeps neither when a quotation was sent nor
-- when it was refused: a sent one stands with its own date.
with lines as (
    select order_id,
           cast(sum(if(display_type is null, price_unit * product_uom_qty, 0)) as decimal(18, 2)) as list_amount
    from sale_order_line
    group by order_id
),
valued as (
    select o.*,
           lines.list_amount,
           if(coalesce(o.currency_rate, 0) = 0, 1, o.currency_rate)                    as divisor,
           if(coalesce(o.currency_rate, 0) = 0, own.name, books.name)                  as currency
    from sale_order o
    left join lines on lines.order_id = o.id
    left join res_currency own on own.id = o.currency_id
    left join res_company c on c.id = o.company_id
    left join res_currency books on books.id = c.currency_id
)
select o.id                                                        as quote_id,
       o.opportunity_id                                            as opportunity_id,
       case
           when o.state = 'cancel' then 'rejected'
           when o.validity_date < :as_of then 'expired'
           else o.state
       end                                                         as status,
       cast(o.amount_untaxed / o.divisor as decimal(18, 2))        as amount,
       cast(o.list_amount / o.divisor as decimal(18, 2))           as list_amount,
       if(o.state = 'draft', null, o.date_order)                   as sent_at,
       o.currency                                                  as _currency,
       cast(o.date_order as date)                                  as _rate_day,
       o._source_file,
       o._source_line,
       case
           when o.state in ('sale', 'done') then 'order'
           when o.create_date >= :as_of_end then 'after-as-of'
       end                                                         as _filter
from valued o
