-- One row per day of the office calendar.
select lower(d.calendar_key)    as calendar,
       d.calendar_day           as day,
       d.is_working             as working,
       d.opens                  as opens,
       d.closes                 as closes,
       d._source_file,
       d._source_line,
       if(d.deleted, 'soft-deleted', null) as _filter
from work_day d
