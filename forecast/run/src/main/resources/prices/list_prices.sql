-- Own prices by the list and how long each is valid, as far as it was by the end of :as_of.
--
-- grain:   product_id, valid_from
-- inputs:  forecast.price_versions, crm.products
-- columns:
--   product_id  [products] product
--   valid_from  first day
--   valid_to    last day; empty while no end is known
--   family      family of the product
--   price       [project currency] price per unit, net of tax
select v.product_id,
       v.valid_from,
       v.valid_to,
       p.family,
       cast(v.price as double) as price
from forecast.price_versions v
left join crm.products p on p.product_id = v.product_id
where v.competitor_product_id is null and v.price > 0 and v.valid_from <= :as_of
