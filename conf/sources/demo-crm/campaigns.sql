-- One row per campaign; its cost is the budget.
select c.id                    as campaign_id,
       c.name                  as name,
       lower(c.channel_key)    as channel,
       c.budget                as cost,
       c.starts_on             as started_on,
       c.ends_on               as ended_on,
       c._source_file,
       c._source_line,
       if(c.deleted, 'soft-deleted', null) as _filter
from campaign c
