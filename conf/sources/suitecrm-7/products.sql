-- One row per product. Prices are those converted into the base currency when the row was saved, or the entered ones
-- where they stand in the project's currency. SuiteCRM has one price per product and no units of measure.
with currency as (
    select '-99' as id, :source_currency as iso_code, 1 as units_per_base
    union all
    select id, upper(trim(iso4217)), nullif(conversion_rate, 0)
    from currencies
    where id <> '-99' and coalesce(deleted, 0) = 0
)
select p.id                                                        as product_id,
       p.name                                                      as name,
       coalesce(g.name, p.category)                                as family,
       cast(if(c.iso_code = :project_currency, p.price,
               coalesce(p.price_usdollar,
                        cast(p.price as double) / c.units_per_base)) as decimal(18, 2))
                                                                   as list_price,
       cast(if(c.iso_code = :project_currency, p.cost,
               coalesce(p.cost_usdollar,
                        cast(p.cost as double) / c.units_per_base)) as decimal(18, 2))
                                                                   as unit_cost,
       true                                                        as active,
       if(c.iso_code = :project_currency, :project_currency, :source_currency) as _currency,
       p._source_file,
       p._source_line,
       case
           when p.deleted = 1 then 'soft-deleted'
           when p.date_entered >= :as_of_end then 'after-as-of'
       end                                                         as _filter
from aos_products p
left join aos_product_categories g on g.id = p.aos_product_category_id and coalesce(g.deleted, 0) = 0
left join currency c on c.id = coalesce(p.currency_id, '-99')
