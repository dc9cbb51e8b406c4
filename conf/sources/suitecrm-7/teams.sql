-- One row per security group.
select g.id                                                        as team_id,
       g.name                                                      as name,
       g._source_file,
       g._source_line,
       if(g.deleted = 1, 'soft-deleted', null)                     as _filter
from securitygroups g
