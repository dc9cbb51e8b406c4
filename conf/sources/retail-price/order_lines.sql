-- One row per product and month.
select concat_ws('-', product_id, date_format(month_year, 'yyyy-MM'))  as order_id,
       1                                                               as line,
       product_id                                                      as product_id,
       qty                                                             as quantity,
       cast(unit_price as decimal(18, 2))                              as unit_price,
       total_price                                                     as amount,
       if(last_day(month_year) > :as_of, 'after-as-of', null)          as _filter,
       _source_file,
       _source_line
from sold
