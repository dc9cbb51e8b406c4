-- One row per organisational unit; the management is one too.
select u.id             as team_id,
       u.name           as name,
       r.name           as region,
       case u.kind_key
           when 'SAL' then 'sales'
           when 'SVC' then 'service'
           when 'MGT' then 'management'
           else u.kind_key
       end              as kind,
       u._source_file,
       u._source_line,
       if(u.deleted, 'soft-deleted', null) as _filter
from org_unit u
left join region r on r.id = u.region_id
