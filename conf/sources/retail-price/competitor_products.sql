-- One row per product and competitor. The file says which own product theirs stands against and not how alike the two are:
-- match and match_confidence are left empty. Of the three competitors the first one's row stands for the row of the file.
with numbered as (
    select *,
           month_year = min(month_year) over (partition by product_id)  as is_first,
           posexplode(array('comp_1', 'comp_2', 'comp_3'))              as (place, competitor)
    from compared
)
select concat_ws('-', product_id, competitor)        as competitor_product_id,
       competitor                                    as competitor_id,
       concat('Alternative to ', product_id)         as name,
       product_id                                    as product_id,
       case when not is_first then 'not-the-first-month'
            when month_year > :as_of then 'after-as-of' end  as _filter,
       place > 0                                     as _derived,
       _source_file,
       _source_line
from numbered
