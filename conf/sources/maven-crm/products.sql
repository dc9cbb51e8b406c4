-- One row per line of products.csv.
select product       as product_id,
       product       as name,
       series        as family,
       sales_price   as list_price,
       'piece'       as unit,
       true          as active,
       _source_file,
       _source_line
from products
