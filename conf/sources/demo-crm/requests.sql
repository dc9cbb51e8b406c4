-- One row per service request. A request is open until somebody waits for the customer, resolves it, or a rule closes it.
select r.id                                          as request_id,
       r.account_id                                  as account_id,
       r.assignee_id                                 as agent_id,
       r.unit_id                                     as team_id,
       r.product_id                                  as product_id,
       coalesce(channel.label, r.channel_key)        as channel,
       coalesce(category.label, r.category_key)      as category,
       concat('P', r.priority)                       as priority,
       case r.status_key
           when 'NEW' then 'open'
           when 'WORK' then 'open'
           when 'WAIT' then 'pending'
           when 'DONE' then 'resolved'
           when 'AUTO' then 'auto-closed'
           else r.status_key
       end                                           as status,
       r.opened_at                                   as opened_at,
       r.first_response_at                           as first_response_at,
       r.resolved_at                                 as resolved_at,
       cast(r.satisfaction as double)                as satisfaction,
       r._source_file,
       r._source_line,
       if(r.deleted, 'soft-deleted', null) as _filter
from service_request r
left join picklist_value channel on channel.list_key = 'CHANNEL' and channel.value_key = r.channel_key
left join picklist_value category on category.list_key = 'CATEGORY' and category.value_key = r.category_key
