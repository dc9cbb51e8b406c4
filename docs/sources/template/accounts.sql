-- One row per company of Acme.
select id                                     as account_id,
       name                                   as name,
       country                                as country,
       if(deleted, 'soft-deleted', null)      as _filter,
       _source_file,
       _source_line
from company
