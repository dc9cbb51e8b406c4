-- One row per row of crm_lead, which also holds leads.
--
-- Won is an active deal in a stage marked as won; lost is an archived deal of probability 0, or one with a reason, and its
-- stage is the last it was in. What else is archived is out of use. Odoo keeps date_closed when a deal is opened again:
-- only a closed deal has it here. Odoo cuts it to the second, and sets none on a deal entered as closed: then the last
-- change of stage stands for it. Fields with a history stand as at the end of :as_of: what changed later has the value
-- before the first later change. Amounts are in the currency of the deal's company.
with stage as (
    select id,
           is_won,
           coalesce(get_json_object(name, '$.en_US'),
                    try_element_at(map_values(from_json(name, 'map<string,string>')), 1),
                    name) as label
    from crm_stage
),
reason as (
    select id,
           coalesce(get_json_object(name, '$.en_US'),
                    try_element_at(map_values(from_json(name, 'map<string,string>')), 1),
                    name) as label
    from crm_lost_reason
),
later as (
    select lead_id,
           min_by(coalesce(old_value_integer, 0), struct(changed_at, id)) filter (where field_name = 'stage_id')    as stage_id,
           min_by(coalesce(old_value_integer, 0), struct(changed_at, id)) filter (where field_name = 'user_id')     as user_id,
           min_by(coalesce(old_value_integer, 0), struct(changed_at, id)) filter (where field_name = 'team_id')     as team_id,
           min_by(coalesce(old_value_integer, 0), struct(changed_at, id)) filter (where field_name = 'partner_id')  as partner_id,
           min_by(coalesce(old_value_integer, 0), struct(changed_at, id)) filter (where field_name = 'active')      as active,
           min_by(coalesce(old_value_integer, 0), struct(changed_at, id)) filter (where field_name = 'lost_reason_id') as lost_reason_id,
           min_by(coalesce(old_value_monetary, 0), struct(changed_at, id)) filter (where field_name = 'expected_revenue') as expected_revenue
    from crm_tracking
    where changed_at >= :as_of_end
    group by lead_id
),
earlier as (
    select lead_id,
           max(changed_at) filter (where field_name = 'stage_id')                               as stage_changed_at,
           max(changed_at) filter (where field_name = 'active' and new_value_integer = 0)       as archived_at
    from crm_tracking
    where changed_at < :as_of_end
    group by lead_id
),
known as (
    select d.*,
           nullif(coalesce(later.stage_id, d.stage_id), 0)                 as stage_then,
           nullif(coalesce(later.user_id, d.user_id), 0)                   as owner_then,
           nullif(coalesce(later.team_id, d.team_id), 0)                   as team_then,
           nullif(coalesce(later.partner_id, d.partner_id), 0)             as partner_then,
           -- Archiving sets date_closed, where it was not tracked too.
           coalesce(later.active = 1, d.active or d.date_closed >= :as_of_end, false)     as active_then,
           nullif(coalesce(later.lost_reason_id, d.lost_reason_id), 0)     as reason_then,
           coalesce(later.expected_revenue, d.expected_revenue)            as revenue_then,
           later.active = 0                                                as opened_later,
           later.stage_id is not null or later.active is not null          as changed_later,
           earlier.stage_changed_at,
           earlier.archived_at
    from crm_lead d
    left join later on later.lead_id = d.id
    left join earlier on earlier.lead_id = d.id
),
judged as (
    select known.*,
           stage.label as stage,
           case
               when active_then and stage.is_won and (changed_later or coalesce(date_closed < :as_of_end, true)) then 'won'
               when active_then then 'open'
               when opened_later or coalesce(probability, 0) = 0 or reason_then is not null then 'lost'
               else 'archived'
           end         as outcome
    from known
    left join stage on stage.id = known.stage_then
),
closed as (
    select judged.*,
           if(date_closed < :as_of_end and not changed_later, date_closed, null)           as closed_by_odoo,
           coalesce(if(outcome = 'won', stage_changed_at, archived_at),
                    if(date_last_stage_update < :as_of_end, date_last_stage_update, null),
                    create_date)                                                           as closed_by_history
    from judged
),
dated as (
    select closed.*,
           if(outcome in ('won', 'lost'), coalesce(closed_by_odoo, closed_by_history), null) as closed_at
    from closed
),
owned as (
    select dated.*,
           p.commercial_partner_id,
           m.name as currency
    from dated
    left join res_partner p on p.id = dated.partner_then
    left join crm_team t on t.id = dated.team_id
    left join res_users u on u.id = dated.user_id
    left join res_company c
        on c.id = coalesce(dated.company_id, t.company_id, u.company_id, p.company_id, (select min(id) from res_company))
    left join res_currency m on m.id = c.currency_id
)
select o.id                                                        as opportunity_id,
       o.name                                                      as name,
       coalesce(o.commercial_partner_id, o.partner_then)           as account_id,
       o.owner_then                                                as owner_id,
       o.team_then                                                 as team_id,
       o.stage                                                     as stage,
       o.outcome                                                   as outcome,
       o.revenue_then                                              as amount,
       o.revenue_then                                              as amount_original,
       o.currency                                                  as currency,
       -- Archiving sets it to 0; what it was before is not recorded, nor is what it was in another stage.
       case
           when o.opened_later then 0
           when not o.changed_later and (o.outcome <> 'open' or not coalesce(o.date_closed >= :as_of_end, false))
               then o.probability / 100
       end                                                         as probability,
       coalesce(source.name, medium.name)                          as source,
       o.campaign_id                                               as campaign_id,
       if(o.outcome = 'lost', reason.label, null)                  as lost_reason,
       least(o.create_date, o.closed_at)                           as created_at,
       greatest(if(o.changed_later, o.stage_changed_at, coalesce(o.date_last_stage_update, o.stage_changed_at)),
                o.create_date)                                     as stage_entered_at,
       o.closed_at                                                 as closed_at,
       o.date_deadline                                             as expected_close_date,
       o.currency                                                  as _currency,
       coalesce(cast(o.closed_at as date), :as_of)                 as _rate_day,
       o._source_file,
       o._source_line,
       case
           when o.type = 'lead' or o.date_conversion >= :as_of_end then 'lead'
           when o.outcome = 'archived' then 'archived'
       end                                                         as _filter,
       nullif(concat_ws(', ',
                        if(o.closed_at is not null and o.closed_by_odoo is null, 'closed-at-from-history', null),
                        if(o.create_date >= o.closed_at + interval 1 second, 'created-at-from-close', null)),
              '')                                                  as _repair
from owned o
left join reason on reason.id = o.reason_then
left join (select id, coalesce(get_json_object(name, '$.en_US'), name) as name from utm_source) source on source.id = o.source_id
left join (select id, coalesce(get_json_object(name, '$.en_US'), name) as name from utm_medium) medium on medium.id = o.medium_id
