-- One row per competitor met in an opportunity.
with keyed as (
    select *,
           transform(array(opportunity_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from opportunity_competitor
)
select ids[0]                          as opportunity_id,
       lower(trim(competitor_name))    as competitor_id,
       _source_file,
       _source_line,
       case
           when not _fivetran_active then 'superseded'
           when is_deleted or _fivetran_deleted then 'soft-deleted'
       end as _filter,
       if(opportunity_id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed
