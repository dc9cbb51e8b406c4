-- One row per opportunity, as it stood at the end of :as_of.
--
-- What the audit says was changed after :as_of is taken back: stage, owner, amount, probability and promised date.
-- Only 'Closed Won' and 'Closed Lost' are closed; every other stage, also one of the company's own, is open.
-- An opportunity closed when the audit says that its present stage began. Without such a row it was entered as closed: then
-- on its close date, or where that lies after :as_of, when the row last changed. The close date is a promise until the
-- opportunity closes; of a closed one the last promise is what stood there before the closing changed it.
-- The amount is what SuiteCRM converted into its base currency when the row was saved, or the entered one where that
-- already stands in the project's currency. A currency that was deleted counts as the base currency, as in SuiteCRM.
-- The account is the newest live link to a live account; the team is the security group where there is exactly one.
with linked as (
    select l.opportunity_id,
           max_by(l.account_id, struct(l.date_modified, l.id)) filter (where a.id is not null) as account_id,
           count(distinct a.id)                                    as account_count
    from accounts_opportunities l
    left join accounts a on a.id = l.account_id and coalesce(a.deleted, 0) = 0
    where coalesce(l.deleted, 0) = 0
    group by l.opportunity_id
),
team as (
    select r.record_id,
           min(g.id) as team_id
    from securitygroups_records r
    join securitygroups g on g.id = r.securitygroup_id and coalesce(g.deleted, 0) = 0
    where r.module = 'Opportunities' and coalesce(r.deleted, 0) = 0
    group by r.record_id
    having count(distinct g.id) = 1
),
change as (
    select parent_id,
           field_name,
           date_created,
           coalesce(before_value_string, before_value_text, '')    as before_value,
           coalesce(after_value_string, after_value_text, '')      as after_value
    from opportunities_audit
),
later as (
    select parent_id,
           min_by(before_value, date_created) filter (where field_name = 'sales_stage')         as stage,
           min_by(before_value, date_created) filter (where field_name = 'assigned_user_id')    as owner_id,
           min_by(before_value, date_created) filter (where field_name = 'probability')         as probability,
           min_by(before_value, date_created) filter (where field_name = 'date_closed')         as date_closed,
           min_by(before_value, date_created) filter (where field_name = 'amount')              as amount,
           min_by(before_value, date_created) filter (where field_name = 'amount_usdollar')     as base_amount
    from change
    where date_created >= :as_of_end
    group by parent_id
),
stood as (
    select o.*,
           coalesce(nullif(t.stage, ''), o.sales_stage)                                         as stage,
           if(t.owner_id is null, o.assigned_user_id, nullif(t.owner_id, ''))                   as owner_id,
           coalesce(try_cast(t.probability as double), o.probability)                           as chance,
           coalesce(try_cast(t.date_closed as date), o.date_closed)                             as promised_on,
           try_cast(t.amount as double)                                                         as earlier_amount,
           try_cast(t.base_amount as double)                                                    as earlier_base_amount,
           c.id is null                                                                         as in_base,
           c.id is null and o.currency_id <> '-99'                                              as currency_is_gone,
           if(c.id is null, :source_currency, upper(trim(c.iso4217)))                           as iso_code,
           if(c.id is null, 1, nullif(c.conversion_rate, 0))                                    as units_per_base,
           coalesce(o.amount_usdollar, 0) = 0 and coalesce(o.amount, 0) <> 0                    as lacks_base_amount
    from opportunities o
    left join later t on t.parent_id = o.id
    left join currencies c on c.id = o.currency_id and c.id <> '-99' and coalesce(c.deleted, 0) = 0
),
valued as (
    select s.*,
           coalesce(s.earlier_base_amount,
                    if(s.lacks_base_amount, cast(s.amount as double) / s.units_per_base, s.amount_usdollar)) as base_amount,
           case
               when s.earlier_amount is not null then s.earlier_amount
               when s.earlier_base_amount is not null then s.earlier_base_amount * s.units_per_base
               when s.currency_is_gone and not s.lacks_base_amount then s.amount_usdollar
               else s.amount
           end                                                                                  as entered_amount,
           case s.stage when 'Closed Won' then 'won' when 'Closed Lost' then 'lost' else 'open' end as outcome
    from stood s
),
entered as (
    select s.id,
           max(c.date_created) as entered_at
    from stood s
    join change c on c.parent_id = s.id
                 and c.field_name = 'sales_stage'
                 and c.after_value = s.stage
                 and c.date_created < :as_of_end
    group by s.id
),
promised as (
    select e.id,
           min_by(try_cast(c.before_value as date), c.date_created) as promised_on
    from entered e
    join change c on c.parent_id = e.id
                 and c.field_name = 'date_closed'
                 and c.date_created >= e.entered_at
                 and c.date_created < :as_of_end
    group by e.id
),
closed as (
    select v.*,
           e.entered_at,
           case
               when v.outcome = 'open' then null
               when e.entered_at is not null then e.entered_at
               when v.promised_on = cast(v.date_entered as date) then v.date_entered
               when v.promised_on <= :as_of then cast(v.promised_on as timestamp)
               when v.date_modified < :as_of_end then v.date_modified
               else v.date_entered
           end as closed_at
    from valued v
    left join entered e on e.id = v.id
)
select o.id                                                                                     as opportunity_id,
       o.name                                                                                   as name,
       l.account_id                                                                             as account_id,
       o.owner_id                                                                               as owner_id,
       t.team_id                                                                                as team_id,
       o.stage                                                                                  as stage,
       o.outcome                                                                                as outcome,
       cast(if(o.iso_code = :project_currency, o.entered_amount, o.base_amount) as decimal(18, 2)) as amount,
       cast(o.entered_amount as decimal(18, 2))                                                 as amount_original,
       o.iso_code                                                                               as currency,
       o.chance / 100                                                                           as probability,
       o.lead_source                                                                            as source,
       o.campaign_id                                                                            as campaign_id,
       least(o.date_entered, o.closed_at)                                                       as created_at,
       coalesce(o.entered_at, o.closed_at, o.date_entered)                                      as stage_entered_at,
       o.closed_at                                                                              as closed_at,
       if(o.outcome = 'open', o.promised_on, coalesce(p.promised_on, o.promised_on))            as expected_close_date,
       if(o.iso_code = :project_currency, :project_currency, :source_currency)                  as _currency,
       o._source_file,
       o._source_line,
       case
           when o.deleted = 1 then 'soft-deleted'
           when o.date_entered >= :as_of_end then 'after-as-of'
       end                                                                                      as _filter,
       nullif(concat_ws(', ',
                        if(l.account_count > 1, 'account-from-newest-link', null),
                        if(l.account_count = 0, 'deleted-account-left-out', null),
                        if(o.currency_is_gone, 'deleted-currency-as-base', null),
                        if(o.lacks_base_amount, 'base-amount-from-entered', null),
                        if(o.outcome <> 'open' and o.entered_at is null
                               and coalesce(o.promised_on > :as_of, true), 'closed-at-from-last-change', null),
                        if(o.closed_at < o.date_entered, 'created-at-from-close', null)), '')   as _repair
from closed o
left join linked l on l.opportunity_id = o.id
left join team t on t.record_id = o.id
left join promised p on p.id = o.id
