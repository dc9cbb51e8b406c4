-- One row per opportunity, as it stood at the end of :as_of: stage, amount, close date and probability are taken back where
-- the stream says that they were changed later. The owner is the present one.
--
-- Only 'Closed Won' and 'Closed Lost' are closed. An opportunity closed when the stream says that its present stage began,
-- else on its close date, or where that lies after :as_of, when the row last changed. The close date is a promise until the
-- opportunity closes; of a closed one the last promise is what stood there before the closing changed it.
-- The amount stands as entered; it goes into the project's currency by the rate of the closing, while open by that of
-- :as_of. The team is the one of the opportunity where there is exactly one.
with note as (
    select parent_id,
           type,
           created_at,
           number,
           from_json(data, 'field string, value string, statusField string, statusValue string,
                            attributes struct<was: map<string, string>, became: map<string, string>>') as data
    from opportunity_note
    where coalesce(deleted, 0) = 0
),
stage_event as (
    select parent_id,
           created_at,
           number,
           case type
               when 'Create' then data.statusValue
               when 'Status' then data.value
               else data.attributes.became['stage']
           end as stage
    from note
    where type = 'Create' and coalesce(data.statusField, 'stage') = 'stage' and data.statusValue is not null
       or type = 'Status' and coalesce(data.field, 'stage') = 'stage' and data.value is not null
       or type = 'Update' and data.attributes.became['stage'] is not null
),
stage as (
    select parent_id,
           max_by(stage, struct(created_at, number)) filter (where created_at < :as_of_end)     as earlier_stage,
           count_if(created_at >= :as_of_end)                                                   as later_count
    from stage_event
    group by parent_id
),
revised as (
    select parent_id,
           number,
           data.attributes.was    as was,
           data.attributes.became as became
    from note
    where type = 'Update' and created_at >= :as_of_end
),
later as (
    select parent_id,
           min_by(coalesce(was['stage'], ''), number) filter (where map_contains_key(became, 'stage')) as stage,
           min_by(coalesce(was['amount'], ''), number) filter (where map_contains_key(became, 'amount')) as amount,
           min_by(coalesce(was['amountCurrency'], ''), number)
               filter (where map_contains_key(became, 'amountCurrency'))                        as currency,
           min_by(coalesce(was['closeDate'], ''), number)
               filter (where map_contains_key(became, 'closeDate'))                             as close_date,
           min_by(coalesce(was['probability'], ''), number)
               filter (where map_contains_key(became, 'probability'))                           as probability
    from revised
    group by parent_id
),
stood as (
    select o.*,
           if(coalesce(s.later_count, 0) = 0, o.stage,
              coalesce(s.earlier_stage, nullif(t.stage, ''), o.stage))                          as stage_then,
           coalesce(try_cast(t.amount as decimal(18, 2)), o.amount)                             as amount_then,
           coalesce(nullif(t.currency, ''), o.amount_currency, :source_currency)                as currency_then,
           coalesce(try_cast(t.close_date as date), o.close_date)                               as promised_on,
           coalesce(try_cast(t.probability as double), o.probability)                           as chance
    from opportunity o
    left join stage s on s.parent_id = o.id
    left join later t on t.parent_id = o.id
),
entered as (
    select s.id,
           max(e.created_at) as entered_at
    from stood s
    join stage_event e on e.parent_id = s.id and e.stage = s.stage_then and e.created_at < :as_of_end
    group by s.id
),
promised as (
    select e.id,
           min_by(try_cast(n.data.attributes.was['closeDate'] as date), n.number) as promised_on
    from entered e
    join note n on n.parent_id = e.id
               and n.type = 'Update'
               and n.created_at >= e.entered_at
               and n.created_at < :as_of_end
               and map_contains_key(n.data.attributes.became, 'closeDate')
    group by e.id
),
closed as (
    select s.*,
           e.entered_at,
           case s.stage_then when 'Closed Won' then 'won' when 'Closed Lost' then 'lost' else 'open' end as outcome,
           case
               when s.stage_then not in ('Closed Won', 'Closed Lost') then null
               when e.entered_at > s.created_at then e.entered_at
               when s.promised_on = cast(s.created_at as date) then s.created_at
               when s.promised_on <= :as_of then cast(s.promised_on as timestamp)
               when s.modified_at < :as_of_end then s.modified_at
               else s.created_at
           end as closed_at
    from stood s
    left join entered e on e.id = s.id
),
team_of as (
    select l.entity_id,
           min(t.id) as team_id
    from entity_team l
    join team t on t.id = l.team_id and coalesce(t.deleted, 0) = 0
    where l.entity_type = 'Opportunity' and coalesce(l.deleted, 0) = 0
    group by l.entity_id
    having count(distinct t.id) = 1
)
select o.id                                                                                     as opportunity_id,
       o.name                                                                                   as name,
       a.id                                                                                     as account_id,
       o.assigned_user_id                                                                       as owner_id,
       t.team_id                                                                                as team_id,
       o.stage_then                                                                             as stage,
       o.outcome                                                                                as outcome,
       o.amount_then                                                                            as amount,
       o.amount_then                                                                            as amount_original,
       o.currency_then                                                                          as currency,
       o.chance / 100                                                                           as probability,
       o.lead_source                                                                            as source,
       o.campaign_id                                                                            as campaign_id,
       least(o.created_at, o.closed_at)                                                         as created_at,
       coalesce(if(o.outcome = 'open', o.entered_at, o.closed_at), o.created_at)                as stage_entered_at,
       o.closed_at                                                                              as closed_at,
       if(o.outcome = 'open', o.promised_on, coalesce(p.promised_on, o.promised_on))            as expected_close_date,
       o.currency_then                                                                          as _currency,
       coalesce(cast(o.closed_at as date), :as_of)                                              as _rate_day,
       o._source_file,
       o._source_line,
       case
           when o.deleted = 1 then 'soft-deleted'
           when o.created_at >= :as_of_end then 'after-as-of'
       end                                                                                      as _filter,
       nullif(concat_ws(', ',
                        if(o.account_id is not null and a.id is null, 'deleted-account-left-out', null),
                        if(o.outcome <> 'open' and coalesce(o.entered_at <= o.created_at, true)
                               and coalesce(o.promised_on > :as_of, true), 'closed-at-from-last-change', null),
                        if(o.closed_at < o.created_at, 'created-at-from-close', null)), '')     as _repair
from closed o
left join account a on a.id = o.account_id and coalesce(a.deleted, 0) = 0
left join promised p on p.id = o.id
left join team_of t on t.entity_id = o.id
