-- One row per product and month with all that was sold: single orders are not in the file.
select concat_ws('-', product_id, date_format(month_year, 'yyyy-MM'))  as order_id,
       'delivered'                                                     as status,
       total_price                                                     as amount,
       cast(last_day(month_year) as timestamp)                         as ordered_at,
       _source_file,
       _source_line
from ordered
