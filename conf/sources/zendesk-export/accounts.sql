-- One row per organization.
select id             as account_id,
       name           as name,
       created_at     as created_at,
       _source_file,
       _source_line,
       if(_fivetran_deleted, 'soft-deleted', null) as _filter
from organization
