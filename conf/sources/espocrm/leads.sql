-- One row per lead.
select l.id                                                        as lead_id,
       l.source                                                    as source,
       l.campaign_id                                               as campaign_id,
       l.assigned_user_id                                          as owner_id,
       l.status                                                    as status,
       o.id                                                        as opportunity_id,
       l.created_at                                                as created_at,
       if(l.status = 'Converted', coalesce(l.converted_at, o.created_at, l.modified_at), null) as converted_at,
       l._source_file,
       l._source_line,
       if(l.deleted = 1, 'soft-deleted', null)                     as _filter,
       if(l.status = 'Converted' and coalesce(l.converted_at, o.created_at) is null,
          'converted-at-from-last-change', null)                   as _repair
from leads l
left join opportunity o on o.id = l.created_opportunity_id and coalesce(o.deleted, 0) = 0
