-- One row per campaign. Odoo keeps neither its cost nor its time.
select c.id                                                        as campaign_id,
       coalesce(get_json_object(c.title, '$.en_US'),
                try_element_at(map_values(from_json(c.title, 'map<string,string>')), 1),
                c.title,
                c.name)                                            as name,
       c._source_file,
       c._source_line
from utm_campaign c
