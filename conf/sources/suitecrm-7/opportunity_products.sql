-- One row per line of the quote that stands for an opportunity: the accepted one, else the newest. Lines of its other
-- quotes are left out, and so are the lines of invoices, which are those of orders. A service has no product.
with currency as (
    select '-99' as id, :source_currency as iso_code, 1 as units_per_base
    union all
    select id, upper(trim(iso4217)), nullif(conversion_rate, 0)
    from currencies
    where id <> '-99' and coalesce(deleted, 0) = 0
),
standing as (
    select opportunity_id,
           max_by(id, struct(if(stage = 'Closed Accepted', 1, 0), date_entered, id)) as quote_id
    from aos_quotes
    where coalesce(deleted, 0) = 0 and date_entered < :as_of_end
    group by opportunity_id
)
select o.id                                                        as opportunity_id,
       row_number() over (partition by l.parent_type, l.parent_id, coalesce(l.deleted, 0)
                          order by l.number, l.id)                 as line,
       nullif(l.product_id, '0')                                   as product_id,
       cast(l.product_qty as double)                               as quantity,
       cast(if(c.iso_code = :project_currency, l.product_unit_price,
               coalesce(l.product_unit_price_usdollar,
                        cast(l.product_unit_price as double) / c.units_per_base)) as decimal(18, 2))
                                                                   as unit_price,
       cast(if(c.iso_code = :project_currency, l.product_total_price,
               coalesce(l.product_total_price_usdollar,
                        cast(l.product_total_price as double) / c.units_per_base)) as decimal(18, 2))
                                                                   as amount,
       if(c.iso_code = :project_currency, :project_currency, :source_currency) as _currency,
       l._source_file,
       l._source_line,
       case
           when l.deleted = 1 then 'soft-deleted'
           when coalesce(l.parent_type, '') <> 'AOS_Quotes' then 'line-of-another-document'
           when q.id is null then 'of-deleted-quote'
           when o.id is null then 'of-no-opportunity'
           when s.quote_id is null then 'of-another-quote'
       end                                                         as _filter
from quote_lines l
left join aos_quotes q on q.id = l.parent_id and coalesce(q.deleted, 0) = 0
left join opportunities o on o.id = q.opportunity_id and coalesce(o.deleted, 0) = 0
left join standing s on s.opportunity_id = q.opportunity_id and s.quote_id = q.id
left join currency c on c.id = coalesce(l.currency_id, '-99')
