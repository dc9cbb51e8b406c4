-- What moved the open pipeline between the last published night and this one, as a ledger: the open amount of that night
-- plus all changes is the open amount of this night, to the cent, in every slice by owner, region, product and promised
-- month. On the first night there is nothing to compare and no row.
--   new         was not there; won or lost since, it enters as new and leaves as won or lost
--   reopened    was closed, is open
--   reassigned  owner, region or product changed: out of the old slice, into the new one
--   pushed_out  promised close later or withdrawn: out of the old month, into the new one
--   pulled_in   promised close earlier, or promised for the first time
--   up, down    the amount changed; a deal that was won is first brought to the amount agreed
--   won, lost   left the pipeline: a win with the amount agreed, a loss with the amount it had
--   removed     is no longer there
-- A deal with several changes has them in this order, each on what the one before left. Regions are those of today's
-- teams and accounts on both sides, by the rule of opportunities_as_of. No amount counts as 0.
--
-- grain:   opportunity_id, bucket, direction
-- inputs:  previous.opportunities, crm.opportunities, crm.accounts, crm.users, crm.teams
-- columns:
--   opportunity_id  [opportunities] opportunity
--   bucket          kind of the change
--   direction       in or out: whether the slice gains or loses
--   owner_id        [users] owner in the slice
--   region          sales region of the slice
--   product_id      [products] main product of the slice
--   expected_month  first day of the promised month of the slice
--   amount_before   [project currency] what the deal had in the slice before the change
--   amount_after    [project currency] what it has there after it
--   change_amount   [project currency] amount_after less amount_before
with nights as (
    select 'before' as night, opportunity_id, outcome, owner_id, team_id, account_id, product_id, amount,
           expected_close_date
    from previous.opportunities
    union all
    select 'after', opportunity_id, if(closed_at >= :as_of_end, 'open', outcome), owner_id, team_id, account_id,
           product_id, amount, expected_close_date
    from crm.opportunities
),
states as (
    select n.opportunity_id,
           n.night,
           named_struct(
               'outcome', n.outcome,
               'amount', coalesce(n.amount, 0),
               'promised', n.expected_close_date,
               'month', cast(trunc(n.expected_close_date, 'MM') as date),
               'place', named_struct(
                   'owner_id', n.owner_id, 'region', coalesce(t.region, a.region), 'product_id', n.product_id)) as state
    from nights n
    left join crm.accounts a on a.account_id = n.account_id
    left join crm.users    u on u.user_id = n.owner_id
    left join crm.teams    t on t.team_id = coalesce(n.team_id, u.team_id)
),
deals as (
    select opportunity_id,
           max(state) filter (where night = 'before')  as before,
           max(state) filter (where night = 'after')   as after
    from states
    where exists (select 1 from previous.opportunities)
    group by opportunity_id
),
moves as (
    select *,
           before is null                                                     as arrived,
           coalesce(before.outcome = 'open', false)                           as was_open,
           coalesce(after.outcome = 'open', false)                            as is_open,
           coalesce(before.outcome = 'open' and after is not null
                    and not before.place <=> after.place, false)              as moved,
           coalesce(before.outcome = 'open' and after.outcome = 'open'
                    and not before.promised <=> after.promised, false)        as rescheduled,
           if(before.promised is null or after.promised < before.promised,
              'pulled_in', 'pushed_out')                                      as schedule_bucket,
           coalesce(before.outcome = 'open' and after.outcome in ('open', 'won')
                    and before.amount <> after.amount, false)                 as resized,
           coalesce(after.outcome <> 'open'
                    and (before is null or before.outcome = 'open'), false)   as closed,
           if(before.outcome = 'open', before.amount, after.amount)           as lost_amount,
           if(before.outcome = 'open' and after.outcome <> 'open',
              before.month, after.month)                                      as last_month,
           cast(0 as decimal(18, 2))                                          as nothing
    from deals
),
entries as (
    select opportunity_id,
           stack(11,
               arrived,                                   'new',           'in',  after.place,  after.month,  nothing,       after.amount,
               not arrived and not was_open and is_open,  'reopened',      'in',  after.place,  after.month,  nothing,       after.amount,
               moved,                                     'reassigned',    'out', before.place, before.month, before.amount, nothing,
               moved,                                     'reassigned',    'in',  after.place,  before.month, nothing,       before.amount,
               rescheduled,                               schedule_bucket, 'out', after.place,  before.month, before.amount, nothing,
               rescheduled,                               schedule_bucket, 'in',  after.place,  after.month,  nothing,       before.amount,
               resized and before.amount < after.amount,  'up',            'in',  after.place,  last_month,   before.amount, after.amount,
               resized and before.amount > after.amount,  'down',          'out', after.place,  last_month,   before.amount, after.amount,
               closed and after.outcome = 'won',          'won',           'out', after.place,  last_month,   after.amount,  nothing,
               closed and after.outcome = 'lost',         'lost',          'out', after.place,  last_month,   lost_amount,   nothing,
               after is null and was_open,                'removed',       'out', before.place, before.month, before.amount, nothing
           ) as (applies, bucket, direction, place, expected_month, amount_before, amount_after)
    from moves
)
select opportunity_id,
       bucket,
       direction,
       place.owner_id,
       place.region,
       place.product_id,
       expected_month,
       amount_before,
       amount_after,
       amount_after - amount_before as change_amount
from entries
where applies
