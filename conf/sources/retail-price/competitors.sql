-- Three competitors without names.
select concat('comp_', number)        as competitor_id,
       concat('Competitor ', number)  as name,
       true                           as _derived,
       'retail_price.csv'             as _source_file,
       1                              as _source_line
from (select explode(array(1, 2, 3)) as number)
