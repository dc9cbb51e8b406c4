-- One row per opportunity. The amount in the project's currency is the one the CRM converted when it was saved.
select o.id                                          as opportunity_id,
       o.name                                        as name,
       o.account_id                                  as account_id,
       o.owner_id                                    as owner_id,
       o.unit_id                                     as team_id,
       o.product_id                                  as product_id,
       o.main_competitor_id                          as competitor_id,
       s.label                                       as stage,
       case
           when s.is_won = 'Y' then 'won'
           when s.is_closed = 'Y' then 'lost'
           when s.is_closed = 'N' then 'open'
       end                                           as outcome,
       o.amount_base                                 as amount,
       o.amount                                      as amount_original,
       o.currency_code                               as currency,
       cast(o.probability_pct as double) / 100       as probability,
       coalesce(source.label, o.source_key)          as source,
       coalesce(segment.label, o.segment_key)        as segment,
       o.campaign_id                                 as campaign_id,
       l.label                                       as lost_reason,
       o.created_at                                  as created_at,
       o.stage_since                                 as stage_entered_at,
       o.closed_at                                   as closed_at,
       o.expected_close                              as expected_close_date,
       o._source_file,
       o._source_line,
       if(o.deleted, 'soft-deleted', null) as _filter
from opportunity o
left join sales_stage s on s.id = o.stage_id
left join lost_reason l on l.id = o.lost_reason_id
left join picklist_value source on source.list_key = 'SOURCE' and source.value_key = o.source_key
left join picklist_value segment on segment.list_key = 'SEGMENT' and segment.value_key = o.segment_key
