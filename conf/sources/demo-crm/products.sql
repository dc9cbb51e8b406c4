-- One row per product; its list price is the newest that holds on :as_of.
with price_today as (
    select e.product_id,
           e.unit_price
    from price_book_entry e
    left join price_book_entry later
      on later.product_id = e.product_id and later.valid_from <= :as_of and not later.deleted
     and (later.valid_from > e.valid_from or later.valid_from = e.valid_from and later.id > e.id)
    where e.valid_from <= :as_of and not e.deleted and later.id is null
)
select p.id                                as product_id,
       p.name                              as name,
       f.name                              as family,
       t.unit_price                        as list_price,
       p.standard_cost                     as unit_cost,
       coalesce(unit.label, p.unit_key)    as unit,
       p.is_active = 'Y'                   as active,
       p._source_file,
       p._source_line,
       if(p.deleted, 'soft-deleted', null) as _filter
from product p
left join product_family f on f.id = p.family_id
left join price_today t on t.product_id = p.id
left join picklist_value unit on unit.list_key = 'UNIT' and unit.value_key = p.unit_key
