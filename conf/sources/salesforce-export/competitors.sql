-- One row per name under which a competitor was met. Salesforce has no list of competitors: names that differ only in
-- capital letters are one.
select lower(trim(competitor_name))    as competitor_id,
       min(trim(competitor_name))      as name,
       min(_source_file)               as _source_file,
       min(_source_line)               as _source_line
from opportunity_competitor
where not coalesce(is_deleted or _fivetran_deleted or not _fivetran_active, false)
group by lower(trim(competitor_name))
