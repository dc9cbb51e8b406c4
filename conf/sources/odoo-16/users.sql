-- One row per user, also of those who have left. Portal users are customers; the first user and the templates are nobody.
-- Name and addresses stand with the user's partner.
with label as (
    select *
    from values ('__system__'), ('default'), ('portaltemplate'), ('public') as label (login)
),
sales as (
    select user_id, min(crm_team_id) as team_id
    from crm_team_member
    where coalesce(active, true)
    group by user_id
),
service as (
    select res_users_id as user_id, min(helpdesk_ticket_team_id) as team_id
    from helpdesk_ticket_team_res_users_rel
    group by res_users_id
),
leader as (
    select user_id from crm_team where user_id is not null
    union
    select user_id from helpdesk_ticket_team where user_id is not null
),
superior as (
    select e.user_id, min(s.user_id) as manager_id
    from hr_employee_public e
    join hr_employee_public s on s.id = e.parent_id
    where e.user_id is not null
    group by e.user_id
)
select u.id                                                        as user_id,
       p.name                                                      as name,
       p.email                                                     as email,
       case
           when leader.user_id is not null then 'manager'
           when sales.user_id is not null then 'sales'
           when service.user_id is not null then 'service'
       end                                                         as role,
       coalesce(cast(sales.team_id as string), concat('helpdesk-', service.team_id)) as team_id,
       coalesce(superior.manager_id, nullif(t.user_id, u.id))      as manager_id,
       coalesce(u.active, false)                                   as active,
       cast(u.create_date as date)                                 as started_on,
       u._source_file,
       u._source_line,
       case
           when label.login is not null or u.id = 1 then 'system-user'
           when coalesce(u.share, false) then 'portal-user'
       end                                                         as _filter
from res_users u
left join label on label.login = u.login
left join res_partner p on p.id = u.partner_id
left join sales on sales.user_id = u.id
left join service on service.user_id = u.id
left join leader on leader.user_id = u.id
left join superior on superior.user_id = u.id
left join crm_team t on t.id = sales.team_id
