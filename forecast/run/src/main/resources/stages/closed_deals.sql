-- Opportunities won and lost in the twelve months that end with :as_of, by each dimension in which they are compared.
-- An opportunity without a value of a dimension is left out there.
--
-- grain:   dimension, member
-- inputs:  crm.opportunities, crm.accounts, crm.users, crm.teams
-- columns:
--   dimension     owner, source, segment, product, region or competitor
--   member        the id or name
--   won_count     [opportunities] opportunities won
--   closed_count  [opportunities] opportunities won or lost
with closed as (
    select if(o.outcome = 'won', 1, 0)                as won,
           d.dimension,
           case d.dimension
               when 'owner' then o.owner_id
               when 'source' then o.source
               when 'segment' then coalesce(o.segment, a.segment)
               when 'product' then o.product_id
               when 'region' then coalesce(t.region, a.region)
               when 'competitor' then o.competitor_id
           end                                        as member
    from crm.opportunities o
    left join crm.accounts a on a.account_id = o.account_id
    left join crm.users    u on u.user_id = o.owner_id
    left join crm.teams    t on t.team_id = coalesce(o.team_id, u.team_id)
    cross join (values ('owner'), ('source'), ('segment'), ('product'), ('region'), ('competitor')) as d (dimension)
    where o.outcome in ('won', 'lost')
      and cast(o.closed_at as date) between date_add(add_months(:as_of, -12), 1) and :as_of
)
select dimension,
       member,
       sum(won)   as won_count,
       count(*)   as closed_count
from closed
where member is not null
group by dimension, member
