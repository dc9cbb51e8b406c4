-- One row per variant, which is what orders refer to. Price and cost are in the currency of the template's company, else of
-- the first; the cost is that company's. Surcharges of attributes are not in the price.
with main as (
    select min(id) as company_id from res_company
),
cost as (
    select product_id, company_id, max_by(value_float, id) as value
    from standard_price
    group by product_id, company_id
)
select v.id                                                        as product_id,
       coalesce(get_json_object(t.name, '$.en_US'),
                try_element_at(map_values(from_json(t.name, 'map<string,string>')), 1),
                t.name)                                            as name,
       coalesce(g.complete_name, g.name)                           as family,
       t.list_price                                                as list_price,
       cost.value                                                  as unit_cost,
       coalesce(get_json_object(u.name, '$.en_US'),
                try_element_at(map_values(from_json(u.name, 'map<string,string>')), 1),
                u.name)                                            as unit,
       coalesce(v.active, false) and coalesce(t.active, false)     as active,
       m.name                                                      as _currency,
       v._source_file,
       v._source_line
from product_product v
cross join main
left join product_template t on t.id = v.product_tmpl_id
left join product_category g on g.id = t.categ_id
left join uom_uom u on u.id = t.uom_id
left join res_company c on c.id = coalesce(t.company_id, main.company_id)
left join res_currency m on m.id = c.currency_id
left join cost on cost.product_id = v.id and cost.company_id = c.id
