-- What happened on each day of the 26 months up to :as_of: deals created, won and lost, and requests opened.
-- Scope hour tells when of a day its events come; its rows are those of the total once more.
-- Requests have no region and no amount. Amounts are those of today.
--
-- grain:   event, scope, member, day
-- inputs:  crm.opportunities, crm.accounts, crm.requests
-- columns:
--   event          created, won, lost or opened
--   scope          total, region, product, owner or hour
--   member         region, product's id, owner's or agent's id, or hour from 0; empty for the total and where not stated
--   day            when, in the project's zone
--   event_count    [deals or requests] how many
--   priced_count   [deals] those with a positive amount
--   amount         [project currency] sum of their amounts
--   square         [project currency squared] sum of the squares of their amounts
with deals as (
  select d.*, coalesce(a.region, '') as account_region
  from crm.opportunities d
  left join crm.accounts a on a.account_id = d.account_id
),
deal_events as (
  select 'created' as event, created_at as happened_at, account_region as region, product_id, owner_id, amount
  from deals
  union all
  select outcome, closed_at, account_region, product_id, owner_id, amount
  from deals
  where outcome in ('won', 'lost')
),
events as (
  select event, happened_at, region, product_id, owner_id, amount
  from deal_events
  where happened_at is not null
  union all
  select 'opened' as event, opened_at as happened_at, '' as region, product_id, agent_id as owner_id,
         cast(null as decimal(18,2)) as amount
  from crm.requests
),
days as (
  select event,
         cast(happened_at as date)                                 as day,
         cast(hour(happened_at) as string)                         as hour,
         region,
         coalesce(product_id, '')                                  as product,
         coalesce(owner_id, '')                                    as owner,
         if(amount > 0, cast(amount as double), 0)                 as amount
  from events
  where cast(happened_at as date) between date_sub(:as_of, 790) and :as_of
)
select event,
       case when grouping(region) = 0 then 'region'
            when grouping(product) = 0 then 'product'
            when grouping(owner) = 0 then 'owner'
            when grouping(hour) = 0 then 'hour'
            else 'total' end                               as scope,
       coalesce(region, product, owner, hour, '')          as member,
       day,
       count(*)                                            as event_count,
       count_if(amount > 0)                                as priced_count,
       sum(amount)                                         as amount,
       sum(amount * amount)                                as square
from days
group by grouping sets ((event, day), (event, day, region), (event, day, product), (event, day, owner),
                        (event, day, hour))
