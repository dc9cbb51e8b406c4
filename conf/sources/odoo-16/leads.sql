-- One row per row of crm_lead: a lead, or the opportunity that it became, which is the same row. Opportunities entered as
-- such are no leads. A lead that was converted after :as_of still was one then.
select d.id                                                            as lead_id,
       coalesce(source.name, medium.name)                              as source,
       d.campaign_id                                                   as campaign_id,
       d.user_id                                                       as owner_id,
       case
           when d.date_conversion < :as_of_end and d.type = 'opportunity' then 'converted'
           when not coalesce(d.active, false) then 'disqualified'
           else 'new'
       end                                                             as status,
       if(d.date_conversion < :as_of_end and d.type = 'opportunity', d.id, null)   as opportunity_id,
       d.create_date                                                   as created_at,
       if(d.date_conversion < :as_of_end and d.type = 'opportunity', d.date_conversion, null) as converted_at,
       d._source_file,
       d._source_line,
       case
           when d.type <> 'lead' and d.date_conversion is null then 'opportunity'
           when d.type = 'lead' and not coalesce(d.active, false)
                and coalesce(d.probability, 0) > 0 and d.lost_reason_id is null then 'archived'
       end                                                             as _filter
from crm_lead d
left join (select id, coalesce(get_json_object(name, '$.en_US'), name) as name from utm_source) source on source.id = d.source_id
left join (select id, coalesce(get_json_object(name, '$.en_US'), name) as name from utm_medium) medium on medium.id = d.medium_id
