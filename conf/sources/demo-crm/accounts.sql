-- One row per account. Accounts entered twice by mistake are marked as deleted.
select a.id                                            as account_id,
       a.name                                          as name,
       coalesce(segment.label, a.segment_key)          as segment,
       coalesce(industry.label, a.industry_key)        as industry,
       c.name                                          as country,
       r.name                                          as region,
       cast(a.annual_revenue_mio as double)            as annual_revenue,
       a.employees                                     as employees,
       a.parent_id                                     as parent_account_id,
       a.owner_id                                      as owner_id,
       a.created_at                                    as created_at,
       a._source_file,
       a._source_line,
       if(a.deleted, 'soft-deleted', null) as _filter
from account a
left join country c on c.id = a.country_id
left join region r on r.id = c.region_id
left join picklist_value segment on segment.list_key = 'SEGMENT' and segment.value_key = a.segment_key
left join picklist_value industry on industry.list_key = 'INDUSTRY' and industry.value_key = a.industry_key
