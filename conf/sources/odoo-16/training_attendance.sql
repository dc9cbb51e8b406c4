-- One row per user and course of the e-learning; see trainings.
with person as (
    select partner_id, min_by(id, struct(not active, id)) as user_id
    from res_users
    where not coalesce(share, false)
    group by partner_id
)
select a.id                                                        as training_id,
       person.user_id                                              as user_id,
       if(a.completed and a.write_date < :as_of_end, 'attended', 'enrolled') as status,
       a._source_file,
       a._source_line,
       case
           when person.user_id is null then 'not-a-user'
           when a.create_date >= :as_of_end then 'after-as-of'
       end                                                         as _filter
from slide_channel_partner a
left join person on person.partner_id = a.partner_id
