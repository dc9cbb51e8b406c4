-- One row per request that had arrived by the end of :as_of, as its record has it now.
-- Team: the one recorded with the request, else the agent's.
--
-- grain:   request_id
-- inputs:  crm.requests, crm.users
-- columns:
--   request_id         [requests] request
--   agent_id           [users] who handles it
--   team_id            [teams] team
--   account_id         [accounts] who asks
--   product_id         [products] what it is about
--   channel            how it arrived
--   category           kind of request
--   priority           urgency as the source names it
--   status             as last recorded
--   opened_at          when it arrived
--   first_response_at  when an agent first answered
--   resolved_at        when it ended, as last recorded
--   satisfaction       [1 to 5] the customer's mark
select r.request_id,
       r.agent_id,
       coalesce(r.team_id, u.team_id)   as team_id,
       r.account_id,
       r.product_id,
       r.channel,
       r.category,
       r.priority,
       r.status,
       r.opened_at,
       r.first_response_at,
       r.resolved_at,
       r.satisfaction
from crm.requests r
left join crm.users u on u.user_id = r.agent_id
where r.opened_at < :as_of_end
