-- One row per owner: whoever deals, tickets and companies can be assigned to. Of several teams the primary one counts.
with team_of as (
    select owner_id,
           min_by(team_id, struct(not coalesce(is_team_primary, false), team_id)) as team_id
    from owner_team
    where not coalesce(_fivetran_deleted, false)
    group by owner_id
)
select o.owner_id                                                     as user_id,
       nullif(concat_ws(' ', o.first_name, o.last_name), '')          as name,
       o.email                                                        as email,
       t.team_id                                                      as team_id,
       coalesce(o.is_active, true)                                    as active,
       cast(transform(array(o.created_at), time -> coalesce(
           timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
           try_cast(concat(time, 'Z') as timestamp),
           try_cast(concat(time, ':00Z') as timestamp),
           try_cast(time as timestamp)))[0] as date) as started_on,
       o._source_file,
       o._source_line,
       if(o._fivetran_deleted, 'soft-deleted', null) as _filter
from owner o
left join team_of t on t.owner_id = o.owner_id
