-- One row per user and course of the e-learning: everybody has a session of his own, held on the day he completed it, until
-- then on the day he joined. Odoo keeps the day as the last change of the membership.
with person as (
    select partner_id, min_by(id, struct(not active, id)) as user_id
    from res_users
    where not coalesce(share, false)
    group by partner_id
)
select a.id                                                        as training_id,
       coalesce(get_json_object(c.name, '$.en_US'),
                try_element_at(map_values(from_json(c.name, 'map<string,string>')), 1),
                c.name)                                            as programme,
       cast(if(a.completed and a.write_date < :as_of_end, a.write_date, a.create_date) as date) as held_on,
       c.total_time                                                as hours,
       c.user_id                                                   as trainer_id,
       a._source_file,
       a._source_line,
       case
           when person.user_id is null then 'not-a-user'
           when a.create_date >= :as_of_end then 'after-as-of'
       end                                                         as _filter
from slide_channel_partner a
left join slide_channel c on c.id = a.channel_id
left join person on person.partner_id = a.partner_id
