-- One row per line of an invoice. A service has no product.
with currency as (
    select '-99' as id, :source_currency as iso_code, 1 as units_per_base
    union all
    select id, upper(trim(iso4217)), nullif(conversion_rate, 0)
    from currencies
    where id <> '-99' and coalesce(deleted, 0) = 0
)
select i.id                                                        as order_id,
       row_number() over (partition by l.parent_type, l.parent_id, coalesce(l.deleted, 0)
                          order by l.number, l.id)                 as line,
       nullif(l.product_id, '0')                                   as product_id,
       cast(l.product_qty as double)                               as quantity,
       cast(if(c.iso_code = :project_currency, l.product_unit_price,
               coalesce(l.product_unit_price_usdollar,
                        cast(l.product_unit_price as double) / c.units_per_base)) as decimal(18, 2))
                                                                   as unit_price,
       cast(if(c.iso_code = :project_currency, l.product_cost_price,
               coalesce(l.product_cost_price_usdollar,
                        cast(l.product_cost_price as double) / c.units_per_base)) as decimal(18, 2))
                                                                   as unit_cost,
       cast(if(c.iso_code = :project_currency, l.product_total_price,
               coalesce(l.product_total_price_usdollar,
                        cast(l.product_total_price as double) / c.units_per_base)) as decimal(18, 2))
                                                                   as amount,
       if(c.iso_code = :project_currency, :project_currency, :source_currency) as _currency,
       l._source_file,
       l._source_line,
       case
           when l.deleted = 1 then 'soft-deleted'
           when coalesce(l.parent_type, '') <> 'AOS_Invoices' then 'line-of-another-document'
           when i.id is null then 'of-deleted-invoice'
           when coalesce(cast(i.invoice_date as timestamp), i.date_entered) >= :as_of_end then 'after-as-of'
       end                                                         as _filter
from invoice_lines l
left join aos_invoices i on i.id = l.parent_id and coalesce(i.deleted, 0) = 0
left join currency c on c.id = coalesce(l.currency_id, '-99')
