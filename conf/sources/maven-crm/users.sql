-- One row per agent and one per manager. The export tells persons apart by their names alone.
select sales_agent       as user_id,
       sales_agent       as name,
       'sales'           as role,
       regional_office   as team_id,
       manager           as manager_id,
       true              as active,
       _source_file,
       _source_line
from sales_teams
union all
select manager           as user_id,
       manager           as name,
       'manager'         as role,
       min(regional_office) as team_id,
       null              as manager_id,
       true              as active,
       min(_source_file)        as _source_file,
       min(_source_line)        as _source_line
from sales_teams
group by manager
