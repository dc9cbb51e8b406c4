-- One row per user, also deleted ones, as inactive: what they did still names them.
with mail as (
    select l.entity_id,
           min_by(e.name, l.id) as email
    from entity_email_address l
    join email_address e on e.id = l.email_address_id and coalesce(e.deleted, 0) = 0
    where l.entity_type = 'User' and l.`primary` = 1 and coalesce(l.deleted, 0) = 0
    group by l.entity_id
)
select u.id                                                        as user_id,
       coalesce(nullif(concat_ws(' ', u.first_name, u.last_name), ''), u.user_name) as name,
       m.email                                                     as email,
       coalesce(u.title, u.type)                                   as role,
       t.id                                                        as team_id,
       coalesce(u.deleted, 0) = 0 and coalesce(u.is_active, 0) = 1 as active,
       cast(u.created_at as date)                                  as started_on,
       u._source_file,
       u._source_line
from users u
left join mail m on m.entity_id = u.id
left join team t on t.id = u.default_team_id and coalesce(t.deleted, 0) = 0
