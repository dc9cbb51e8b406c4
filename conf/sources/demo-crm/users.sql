-- One row per employee, also of those who have left.
select e.id                                        as user_id,
       concat_ws(' ', e.first_name, e.last_name)   as name,
       e.email                                     as email,
       coalesce(role.label, e.role_key)            as role,
       e.unit_id                                   as team_id,
       e.manager_id                                as manager_id,
       e.status_key = 'A'                          as active,
       e.hired_on                                  as started_on,
       e._source_file,
       e._source_line,
       if(e.deleted, 'soft-deleted', null) as _filter
from employee e
left join picklist_value role on role.list_key = 'ROLE' and role.value_key = e.role_key
