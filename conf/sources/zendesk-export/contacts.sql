-- One row per end user. Agents and administrators are users.
select id                    as contact_id,
       organization_id       as account_id,
       name                  as name,
       email                 as email,
       phone                 as phone,
       created_at            as created_at,
       _source_file,
       _source_line,
       case
           when _fivetran_deleted then 'soft-deleted'
           when not coalesce(lower(role) = 'end-user', false) then 'agent'
       end                   as _filter
from person
