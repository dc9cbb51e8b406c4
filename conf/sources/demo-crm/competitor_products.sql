-- One row per product of a competitor.
select c.id                                   as competitor_product_id,
       c.competitor_id                        as competitor_id,
       c.name                                 as name,
       c.our_product_id                       as product_id,
       case c.match_key
           when 'EXCT' then 'exact'
           when 'EQUI' then 'equivalent'
           when 'SUBS' then 'substitute'
           else c.match_key
       end                                    as match,
       cast(c.match_confidence as double)     as match_confidence,
       c._source_file,
       c._source_line,
       if(c.deleted, 'soft-deleted', null) as _filter
from competitor_product c
