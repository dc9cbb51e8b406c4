-- Three competitors without names, made beside the rows that were read.
select concat('comp_', number)        as competitor_id,
       concat('Competitor ', number)  as name,
       true                           as _derived,
       _source_file,
       _source_line
from (select min(_source_file) as _source_file, min(_source_line) as _source_line, explode(array(1, 2, 3)) as number
      from seen)
