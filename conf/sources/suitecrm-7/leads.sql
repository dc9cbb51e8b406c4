-- One row per lead. It was converted when the audit says so, else when its opportunity was entered, else when the row
-- last changed: SuiteCRM keeps no time of the conversion.
with conversion as (
    select parent_id,
           max(date_created) as converted_at
    from leads_audit
    where field_name = 'status' and after_value_string = 'Converted' and date_created < :as_of_end
    group by parent_id
)
select l.id                                                        as lead_id,
       l.lead_source                                               as source,
       l.campaign_id                                               as campaign_id,
       l.assigned_user_id                                          as owner_id,
       l.status                                                    as status,
       o.id                                                        as opportunity_id,
       l.date_entered                                              as created_at,
       if(l.converted = 1, coalesce(c.converted_at, o.date_entered, l.date_modified), null) as converted_at,
       l._source_file,
       l._source_line,
       if(l.deleted = 1, 'soft-deleted', null)                     as _filter,
       if(l.converted = 1 and coalesce(c.converted_at, o.date_entered) is null,
          'converted-at-from-last-change', null)                   as _repair
from leads l
left join conversion c on c.parent_id = l.id
left join opportunities o on o.id = l.opportunity_id and coalesce(o.deleted, 0) = 0
