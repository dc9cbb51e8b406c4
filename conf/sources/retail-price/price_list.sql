-- One row per product and month: the own price is the mean of the month, and holds on its days.
select product_id                           as product_id,
       month_year                           as valid_from,
       last_day(month_year)                 as valid_to,
       cast(unit_price as decimal(18, 2))   as price,
       if(month_year > :as_of, 'after-as-of', null) as _filter,
       _source_file,
       _source_line
from listed
