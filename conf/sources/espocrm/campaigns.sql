-- One row per campaign. EspoCRM knows its budget, not its cost.
select m.id                                                        as campaign_id,
       m.name                                                      as name,
       m.type                                                      as channel,
       m.start_date                                                as started_on,
       m.end_date                                                  as ended_on,
       m._source_file,
       m._source_line,
       case
           when m.deleted = 1 then 'soft-deleted'
           when m.created_at >= :as_of_end then 'after-as-of'
       end                                                         as _filter
from campaign m
