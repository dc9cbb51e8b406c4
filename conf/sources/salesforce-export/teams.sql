-- One row per role of the role hierarchy and per queue. Ids of 15 characters get the 3 that tell their capital letters.
-- Groups that are no queues are left out.
with unit as (
    select id, name, 'role' as type, _fivetran_deleted, _fivetran_active, _source_file, _source_line
    from user_role
    union all
    select id, name, type, _fivetran_deleted, _fivetran_active, _source_file, _source_line
    from queue
),
keyed as (
    select *,
           transform(array(id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from unit
)
select ids[0]     as team_id,
       name       as name,
       _source_file,
       _source_line,
       case
           when not _fivetran_active then 'superseded'
           when _fivetran_deleted then 'soft-deleted'
           when type not in ('role', 'Queue') then 'not-a-queue'
       end        as _filter,
       if(id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed
