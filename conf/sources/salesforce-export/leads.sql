-- One row per lead. Its campaign is the one that it joined first.
with keyed as (
    select *,
           transform(array(id, owner_id, converted_opportunity_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from lead
),
membership as (
    select *,
           transform(array(lead_id, campaign_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from campaign_member
    where not coalesce(is_deleted or _fivetran_deleted or not _fivetran_active, false)
),
joined as (
    select ids[0]                                           as lead_id,
           min_by(ids[1], struct(created_date, ids[1]))     as campaign_id
    from membership
    group by ids[0]
)
select l.ids[0]                                                as lead_id,
       l.lead_source                                           as source,
       j.campaign_id                                           as campaign_id,
       l.ids[1]                                                as owner_id,
       if(l.is_converted, 'converted', lower(l.status))        as status,
       l.ids[2]                                                as opportunity_id,
       l.created_date                                          as created_at,
       l.converted_date                                        as converted_at,
       l._source_file,
       l._source_line,
       case
           when not l._fivetran_active then 'superseded'
           when l.master_record_id is not null then 'merged'
           when l.is_deleted or l._fivetran_deleted then 'soft-deleted'
       end                                                     as _filter,
       if(l.id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed l
left join joined j on j.lead_id = l.ids[0]
