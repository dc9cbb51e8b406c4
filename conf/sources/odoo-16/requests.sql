-- One row per ticket of helpdesk_mgmt. A ticket is resolved in a stage that closes it; Odoo keeps closed_date when it is
-- opened again. What was closed after :as_of was open then. The first answer is the first message of a user that is no
-- internal note.
with stage as (
    select id,
           closed,
           lower(coalesce(get_json_object(name, '$.en_US'),
                          try_element_at(map_values(from_json(name, 'map<string,string>')), 1),
                          name)) as label
    from helpdesk_ticket_stage
),
later as (
    select ticket_id,
           min_by(coalesce(old_value_integer, 0), struct(changed_at, id)) filter (where field_name = 'stage_id') as stage_id,
           min_by(coalesce(old_value_integer, 0), struct(changed_at, id)) filter (where field_name = 'user_id')  as user_id
    from helpdesk_tracking
    where changed_at >= :as_of_end
    group by ticket_id
),
earlier as (
    select ticket_id, max(changed_at) as stage_changed_at
    from helpdesk_tracking
    where changed_at < :as_of_end and field_name = 'stage_id'
    group by ticket_id
),
known as (
    select h.*,
           nullif(coalesce(later.user_id, h.user_id), 0)       as agent_then,
           coalesce(stage.closed and (later.stage_id is not null or coalesce(h.closed_date < :as_of_end, true)), false) as is_closed,
           stage.label                                         as stage_label,
           later.stage_id is not null                          as changed_later,
           earlier.stage_changed_at
    from helpdesk_ticket h
    left join later on later.ticket_id = h.id
    left join earlier on earlier.ticket_id = h.id
    left join stage on stage.id = nullif(coalesce(later.stage_id, h.stage_id), 0)
),
dated as (
    select known.*,
           if(closed_date < :as_of_end and not changed_later, closed_date, null)       as closed_by_odoo,
           coalesce(stage_changed_at,
                    if(last_stage_update < :as_of_end, last_stage_update, null),
                    create_date)                                                       as closed_by_history
    from known
)
select h.id                                                        as request_id,
       coalesce(p.commercial_partner_id, h.partner_id)             as account_id,
       h.agent_then                                                as agent_id,
       concat('helpdesk-', h.team_id)                              as team_id,
       coalesce(get_json_object(n.name, '$.en_US'),
                try_element_at(map_values(from_json(n.name, 'map<string,string>')), 1),
                n.name)                                            as channel,
       coalesce(get_json_object(g.name, '$.en_US'),
                try_element_at(map_values(from_json(g.name, 'map<string,string>')), 1),
                g.name)                                            as category,
       case h.priority
           when '0' then 'Low'
           when '1' then 'Medium'
           when '2' then 'High'
           when '3' then 'Very High'
           else h.priority
       end                                                         as priority,
       case
           when h.is_closed then 'resolved'
           when h.stage_label rlike 'await|wait|hold|pending' then 'pending'
           else 'open'
       end                                                         as status,
       least(h.create_date, if(h.is_closed, coalesce(h.closed_by_odoo, h.closed_by_history), null)) as opened_at,
       if(r.first_reply_at < :as_of_end, r.first_reply_at, null)   as first_response_at,
       if(h.is_closed, coalesce(h.closed_by_odoo, h.closed_by_history), null)      as resolved_at,
       h._source_file,
       h._source_line,
       if(coalesce(h.active, false), null, 'archived')             as _filter,
       nullif(concat_ws(', ',
                        if(h.is_closed and h.closed_by_odoo is null, 'resolved-at-from-history', null),
                        if(h.is_closed and h.create_date >= coalesce(h.closed_by_odoo, h.closed_by_history) + interval 1 second,
                           'opened-at-from-resolved', null)),
              '')                                                  as _repair
from dated h
left join res_partner p on p.id = h.partner_id
left join helpdesk_ticket_channel n on n.id = h.channel_id
left join helpdesk_ticket_category g on g.id = h.category_id
left join helpdesk_reply r on r.ticket_id = h.id
