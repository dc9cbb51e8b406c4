-- One row per competitor.
select c.id      as competitor_id,
       c.name    as name,
       c._source_file,
       c._source_line,
       if(c.deleted, 'soft-deleted', null) as _filter
from competitor c
