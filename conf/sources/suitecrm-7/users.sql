-- One row per user. Deleting a user is how SuiteCRM records that somebody has left: what they did still names them, so they
-- stay, as inactive. The team is the user's primary security group, else the only one; the role is the first by name.
with mail as (
    select r.bean_id,
           min_by(e.email_address, r.id) as email
    from email_addr_bean_rel r
    join email_addresses e on e.id = r.email_address_id and coalesce(e.deleted, 0) = 0
    where r.bean_module = 'Users' and r.primary_address = 1 and coalesce(r.deleted, 0) = 0
    group by r.bean_id
),
membership as (
    select m.user_id,
           min(if(m.primary_group = 1, g.id, null))                as primary_id,
           min(g.id)                                               as any_id,
           count(distinct g.id)                                    as team_count
    from securitygroups_users m
    join securitygroups g on g.id = m.securitygroup_id and coalesce(g.deleted, 0) = 0
    where coalesce(m.deleted, 0) = 0
    group by m.user_id
),
role as (
    select m.user_id,
           min(r.name) as name
    from acl_roles_users m
    join acl_roles r on r.id = m.role_id and coalesce(r.deleted, 0) = 0
    where coalesce(m.deleted, 0) = 0
    group by m.user_id
)
select u.id                                                        as user_id,
       coalesce(nullif(concat_ws(' ', u.first_name, u.last_name), ''), u.user_name) as name,
       e.email                                                     as email,
       coalesce(r.name, u.title)                                   as role,
       coalesce(m.primary_id, if(m.team_count = 1, m.any_id, null)) as team_id,
       u.reports_to_id                                             as manager_id,
       coalesce(u.deleted, 0) = 0
           and coalesce(u.status, '') = 'Active'
           and coalesce(u.employee_status, '') <> 'Terminated'     as active,
       cast(u.date_entered as date)                                as started_on,
       u._source_file,
       u._source_line
from users u
left join mail e on e.bean_id = u.id
left join membership m on m.user_id = u.id
left join role r on r.user_id = u.id
