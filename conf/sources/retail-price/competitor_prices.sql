-- One row per product, month and competitor: the mean of the month, as seen on its last day. Freight is not in it. Of the
-- three competitors the first one's row stands for the row of the file.
with numbered as (
    select *, posexplode(array(comp_1, comp_2, comp_3)) as (place, seen_price)
    from seen
)
select concat_ws('-', product_id, concat('comp_', place + 1))  as competitor_product_id,
       last_day(month_year)                                    as observed_on,
       cast(seen_price as decimal(18, 2))                      as price,
       'web'                                                   as origin,
       place > 0                                               as _derived,
       _source_file,
       _source_line
from numbered
