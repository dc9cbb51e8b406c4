-- One row per agent and administrator, also of those who have left. Of several groups the default one counts, else the
-- one with the lowest number. End users are contacts.
with group_of as (
    select user_id,
           min_by(group_id, struct(not coalesce(default, false), try_cast(group_id as bigint), group_id))   as group_id
    from group_membership
    where not coalesce(_fivetran_deleted, false)
    group by user_id
)
select p.id                                                      as user_id,
       p.name                                                    as name,
       p.email                                                   as email,
       if(lower(p.role) = 'agent', 'service', lower(p.role))     as role,
       coalesce(p.default_group_id, g.group_id)                  as team_id,
       coalesce(p.active, true) and not coalesce(p.suspended, false)    as active,
       cast(p.created_at as date)                                as started_on,
       p._source_file,
       p._source_line,
       case
           when p._fivetran_deleted then 'soft-deleted'
           when lower(p.role) = 'end-user' then 'end-user'
       end                                                       as _filter
from person p
left join group_of g on g.user_id = p.id
