-- One row per finding about a competitor or a product.
select f.id               as research_fact_id,
       f.competitor_id    as competitor_id,
       f.product_id       as product_id,
       f.what             as fact,
       cast(f.measured as double) as value,
       f.unit             as unit,
       f.note             as remark,
       f.found_by         as source,
       f.found_on         as dated_on,
       f._source_file,
       f._source_line,
       if(f.deleted, 'soft-deleted', null) as _filter
from research_finding f
