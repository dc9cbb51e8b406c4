-- One row per lead.
select l.id                                    as lead_id,
       coalesce(source.label, l.source_key)    as source,
       l.campaign_id                           as campaign_id,
       l.owner_id                              as owner_id,
       case l.status_key
           when 'NEW' then 'new'
           when 'CONV' then 'converted'
           when 'DISQ' then 'disqualified'
           else l.status_key
       end                                     as status,
       l.opportunity_id                        as opportunity_id,
       l.created_at                            as created_at,
       l.converted_at                          as converted_at,
       l._source_file,
       l._source_line,
       if(l.deleted, 'soft-deleted', null) as _filter
from lead l
left join picklist_value source on source.list_key = 'SOURCE' and source.value_key = l.source_key
