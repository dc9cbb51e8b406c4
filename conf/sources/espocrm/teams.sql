-- One row per team.
select t.id                                                        as team_id,
       t.name                                                      as name,
       t._source_file,
       t._source_line,
       if(t.deleted = 1, 'soft-deleted', null)                     as _filter
from team t
