-- What campaigns cost and brought until :as_of: one row per campaign and way to credit it, and one without a campaign for what
-- none is credited with. By the first touch a deal is credited to the campaign of its earliest lead, by the last touch to the
-- campaign recorded with the deal; where one of them is not known, the other stands in. The whole deal is credited to
-- one campaign. Leads and cost are the same both ways: do not add up over touch.
--
-- grain:   touch, campaign_id
-- inputs:  crm.campaigns, crm.leads, crm.opportunities, mart.opportunities_as_of
-- columns:
--   touch              first or last
--   campaign_id        [campaigns] campaign; empty: none is credited
--   started_on         first day of the campaign
--   cost               [project currency] what it cost; empty when not known
--   lead_count         [leads] it brought
--   opportunity_count  [opportunities] credited to it
--   won_count          [opportunities] of them won
--   lost_count         [opportunities] of them lost
--   open_count         [opportunities] of them open
--   won_amount         [project currency] sum of the amounts won
--   open_amount        [project currency] sum of the amounts expected
with touched as (
    select l.opportunity_id,
           min_by(l.campaign_id, l.created_at) as campaign_id
    from crm.leads l
    where l.opportunity_id is not null and l.campaign_id is not null and l.created_at < :as_of_end
    group by l.opportunity_id
),
credited as (
    select o.*,
           stack.touch,
           if(stack.touch = 'first', coalesce(t.campaign_id, c.campaign_id), coalesce(c.campaign_id, t.campaign_id))
               as credited_id
    from mart.opportunities_as_of o
    join crm.opportunities c on c.opportunity_id = o.opportunity_id
    left join touched t on t.opportunity_id = o.opportunity_id
    cross join (values ('first'), ('last')) as stack(touch)
),
deals as (
    select touch,
           credited_id                                               as campaign_id,
           count(*)                                                  as opportunity_count,
           count_if(outcome = 'won')                                 as won_count,
           count_if(outcome = 'lost')                                as lost_count,
           count_if(outcome = 'open')                                as open_count,
           coalesce(sum(amount) filter (where outcome = 'won'), 0)   as won_amount,
           coalesce(sum(amount) filter (where outcome = 'open'), 0)  as open_amount
    from credited
    group by touch, credited_id
),
arrived as (
    select campaign_id, count(*) as lead_count
    from crm.leads
    where created_at < :as_of_end
    group by campaign_id
),
campaign as (
    select campaign_id, started_on, cost from crm.campaigns where coalesce(started_on, :as_of) <= :as_of
    union all
    select cast(null as string), cast(null as date), cast(null as decimal(18, 2))
)
select w.touch,
       c.campaign_id,
       c.started_on,
       c.cost,
       coalesce(a.lead_count, 0)         as lead_count,
       coalesce(d.opportunity_count, 0)  as opportunity_count,
       coalesce(d.won_count, 0)          as won_count,
       coalesce(d.lost_count, 0)         as lost_count,
       coalesce(d.open_count, 0)         as open_count,
       coalesce(d.won_amount, 0)         as won_amount,
       coalesce(d.open_amount, 0)        as open_amount
from campaign c
cross join (values ('first'), ('last')) as w(touch)
left join arrived a on a.campaign_id is not distinct from c.campaign_id
left join deals d on d.touch = w.touch and d.campaign_id is not distinct from c.campaign_id
