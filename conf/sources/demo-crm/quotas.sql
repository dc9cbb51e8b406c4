-- One row per seller and month.
select q.employee_id    as owner_id,
       q.month_start    as month,
       q.amount_base    as amount,
       q._source_file,
       q._source_line,
       if(q.deleted, 'soft-deleted', null) as _filter
from sales_quota q
