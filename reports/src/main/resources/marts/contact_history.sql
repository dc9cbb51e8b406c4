-- The dealings with customers over all channels, in one order of time: one row per event. An event is a row of its source
-- with a time until :as_of: a deal entered or closed, an offer sent or answered, an order, a request opened or resolved, a
-- survey answered, a visit begun, an activity done. What belongs to no account stands with an empty one.
--
-- grain:   event, event_key
-- inputs:  crm.opportunities, crm.quotes, crm.orders, crm.requests, crm.surveys, crm.service_visits, crm.activities
-- columns:
--   account_id   [accounts] customer
--   happened_at  when
--   event        what: opportunity entered, opportunity won, opportunity lost, quote sent, quote decided, order received,
--                request opened, request resolved, survey answered, visit, or the kind of an activity
--   channel      how, where the source says: phone, mail, web
--   event_key       the row that tells of it
--   owner_id     [users] who dealt with it
--   amount       [project currency] what it was about; empty where nothing is worth money
with events as (
    select account_id, created_at as happened_at, 'opportunity entered' as event, source as channel,
           opportunity_id as event_key, owner_id, amount
    from crm.opportunities
    union all
    select account_id, closed_at, concat('opportunity ', outcome), source, opportunity_id, owner_id, amount
    from crm.opportunities
    where outcome <> 'open'
    union all
    select o.account_id, q.sent_at, 'quote sent', null, q.quote_id, o.owner_id, q.amount
    from crm.quotes q
    left join crm.opportunities o on o.opportunity_id = q.opportunity_id
    union all
    select o.account_id, q.decided_at, 'quote decided', null, q.quote_id, o.owner_id, q.amount
    from crm.quotes q
    left join crm.opportunities o on o.opportunity_id = q.opportunity_id
    union all
    select account_id, ordered_at, 'order received', null, order_id, owner_id, amount
    from crm.orders
    union all
    select account_id, opened_at, 'request opened', channel, request_id, agent_id, null
    from crm.requests
    union all
    select account_id, resolved_at, 'request resolved', channel, request_id, agent_id, null
    from crm.requests
    union all
    select account_id, answered_at, 'survey answered', null, survey_id, null, null
    from crm.surveys
    union all
    select r.account_id, v.started_at, 'visit', null, v.visit_id, v.technician_id, null
    from crm.service_visits v
    left join crm.requests r on r.request_id = v.request_id
    union all
    select account_id, done_at, kind, kind, activity_id, owner_id, null
    from crm.activities
)
select account_id, happened_at, event, channel, event_key, owner_id, amount
from events
where happened_at < :as_of_end
