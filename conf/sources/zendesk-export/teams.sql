-- One row per group of agents.
select id           as team_id,
       name         as name,
       'service'    as kind,
       _source_file,
       _source_line,
       if(_fivetran_deleted, 'soft-deleted', null) as _filter
from team
