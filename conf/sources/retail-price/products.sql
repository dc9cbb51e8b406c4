-- One row per product, from its latest month at :as_of: the file has no list of products and no names of them.
select product_id                                       as product_id,
       product_id                                       as name,
       product_category_name                            as family,
       cast(unit_price as decimal(18, 2))               as list_price,
       'piece'                                          as unit,
       true                                             as active,
       if(month_year = max(if(month_year <= :as_of, month_year, null)) over (partition by product_id), null,
          'not-the-latest-month')                       as _filter,
       _source_file,
       _source_line
from described
