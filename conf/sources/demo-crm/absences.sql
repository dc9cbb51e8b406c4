-- One row per leave that is on record.
select a.employee_id            as user_id,
       a.first_day              as first_day,
       a.last_day               as last_day,
       a._source_file,
       a._source_line,
       if(a.deleted, 'soft-deleted', null) as _filter
from absence a
