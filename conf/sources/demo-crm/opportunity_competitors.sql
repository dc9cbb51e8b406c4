-- One row per competitor met in an opportunity. Its offer, where known, is for the whole of the opportunity.
select c.opportunity_id    as opportunity_id,
       c.competitor_id     as competitor_id,
       c.offered_base      as competitor_price,
       c._source_file,
       c._source_line,
       if(c.deleted, 'soft-deleted', null) as _filter
from opportunity_competitor c
