-- One row per user, day and function used.
select u.employee_id            as user_id,
       u.log_day                as day,
       lower(u.function_key)    as function,
       u.uses                   as count,
       u._source_file,
       u._source_line,
       if(u.deleted, 'soft-deleted', null) as _filter
from usage_log u
