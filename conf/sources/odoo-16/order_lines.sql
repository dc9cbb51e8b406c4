-- One row per sale_order_line of a confirmed order, numbered as printed. Sections and notes are lines of the print, not of
-- the sale. Prices are net of tax and discount, in the currency of the order's company.
with numbered as (
    select l.*,
           row_number() over (partition by l.order_id order by coalesce(l.sequence, 10), l.id) as line
    from sale_order_line l
)
select l.order_id                                                  as order_id,
       l.line                                                      as line,
       l.product_id                                                as product_id,
       l.product_uom_qty                                           as quantity,
       cast(if(l.product_uom_qty <> 0, l.price_subtotal / l.product_uom_qty, l.price_unit * (1 - coalesce(l.discount, 0) / 100))
            / if(coalesce(o.currency_rate, 0) = 0, 1, o.currency_rate) as decimal(18, 2)) as unit_price,
       cast(l.purchase_price / if(coalesce(o.currency_rate, 0) = 0, 1, o.currency_rate) as decimal(18, 2)) as unit_cost,
       cast(l.price_subtotal / if(coalesce(o.currency_rate, 0) = 0, 1, o.currency_rate) as decimal(18, 2)) as amount,
       if(coalesce(o.currency_rate, 0) = 0, own.name, books.name)  as _currency,
       cast(o.date_order as date)                                  as _rate_day,
       l._source_file,
       l._source_line,
       case
           when l.display_type is not null then 'section-or-note'
           when o.state not in ('sale', 'done') then 'quotation'
           when o.date_order >= :as_of_end then 'after-as-of'
       end                                                         as _filter
from numbered l
left join sale_order o on o.id = l.order_id
left join res_currency own on own.id = o.currency_id
left join res_company c on c.id = o.company_id
left join res_currency books on books.id = c.currency_id
