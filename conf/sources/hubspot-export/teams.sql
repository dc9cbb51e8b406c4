-- One row per team.
select id      as team_id,
       name    as name,
       _source_file,
       _source_line,
       if(_fivetran_deleted, 'soft-deleted', null) as _filter
from team
