-- One row per regional office: the unit that agents and their managers belong to.
select regional_office   as team_id,
       regional_office   as name,
       regional_office   as region,
       'sales'           as kind,
       min(_source_file)        as _source_file,
       min(_source_line)        as _source_line
from sales_teams
group by regional_office
