-- One row per sales team, and one per team of the help desk, whose keys are counted apart. Archived teams stay: deals and
-- users of the past refer to them.
select cast(t.id as string)         as team_id,
       coalesce(get_json_object(t.name, '$.en_US'),
                try_element_at(map_values(from_json(t.name, 'map<string,string>')), 1),
                t.name)             as name,
       'sales'                      as kind,
       t._source_file,
       t._source_line
from crm_team t
union all
select concat('helpdesk-', h.id),
       coalesce(get_json_object(h.name, '$.en_US'),
                try_element_at(map_values(from_json(h.name, 'map<string,string>')), 1),
                h.name),
       'service',
       h._source_file,
       h._source_line
from helpdesk_ticket_team h
