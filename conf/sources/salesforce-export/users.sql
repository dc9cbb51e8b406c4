-- One row per user, also of those who have left. The role names the place in the role hierarchy, which is the team too.
with keyed as (
    select u.*,
           transform(array(u.id, u.user_role_id, u.manager_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from crm_user u
),
role as (
    select transform(array(id), key -> if(
        key not rlike '^[A-Za-z0-9]{15}$',
        key,
        concat(key, array_join(transform(array(1, 6, 11), start -> substr(
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
            1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
            1)), ''))))[0] as role_id,
           max(name)     as name
    from user_role
    group by all
)
select u.ids[0]                                                                      as user_id,
       coalesce(u.name, nullif(concat_ws(' ', u.first_name, u.last_name), ''))       as name,
       u.email                                                                       as email,
       r.name                                                                        as role,
       u.ids[1]                                                                      as team_id,
       u.ids[2]                                                                      as manager_id,
       u.is_active                                                                   as active,
       cast(u.created_date as date)                                                  as started_on,
       u._source_file,
       u._source_line,
       case
           when not u._fivetran_active then 'superseded'
           when u._fivetran_deleted then 'soft-deleted'
       end as _filter,
       if(u.id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed u
left join role r on r.role_id = u.ids[1]
