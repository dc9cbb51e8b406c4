-- One row per person at an account.
select c.id                                        as contact_id,
       c.account_id                                as account_id,
       concat_ws(' ', c.first_name, c.last_name)   as name,
       c.email                                     as email,
       c.phone                                     as phone,
       coalesce(position.label, c.position_key)    as job_title,
       c.created_at                                as created_at,
       c._source_file,
       c._source_line,
       if(c.deleted, 'soft-deleted', null) as _filter
from contact c
left join picklist_value position on position.list_key = 'POSITION' and position.value_key = c.position_key
