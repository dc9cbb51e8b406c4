-- What came into the backlog of orders and left it, month by month: one row per month, owner and kind of movement. From the
-- first month to the last
--   received + changed - cancelled - delivered = amount of the orders open on :as_of
-- received has the amount first known, changed what it was raised or lowered by since, as versions of the order tell.
-- A cancellation stands in the month of the first version that is cancelled; the data have no date for it.
--
-- grain:   month, owner_id, movement
-- inputs:  mart.order_cycle, history.orders
-- columns:
--   month           first day of the month; empty where the day of delivery is not known
--   owner_id        [users] who is responsible
--   movement        received, changed, cancelled or delivered
--   order_count     [orders] orders
--   amount          [project currency] into the backlog, less than zero out of it
with versions as (
    select order_id,
           greatest(valid_from, cast(ordered_at as date))                                        as day,
           status,
           coalesce(amount, 0)                                                                   as amount,
           lag(coalesce(amount, 0)) over (partition by order_id order by valid_from)             as amount_before
    from history.orders
    where valid_from <= :as_of
),
changes as (
    select order_id, day, amount - amount_before as amount
    from versions
    where amount <> amount_before
),
changed as (
    select order_id, sum(amount) as amount
    from changes
    group by order_id
),
cancelled as (
    select order_id, min(day) as day
    from versions
    where status = 'cancelled'
    group by order_id
),
movements as (
    select o.order_id, o.owner_id, o.ordered_date as day, 'received' as movement,
           coalesce(o.amount, 0) - coalesce(c.amount, 0) as amount
    from mart.order_cycle o
    left join changed c on c.order_id = o.order_id
    union all
    select o.order_id, o.owner_id, c.day, 'changed', c.amount
    from mart.order_cycle o
    join changes c on c.order_id = o.order_id
    union all
    select o.order_id, o.owner_id, coalesce(c.day, o.ordered_date), 'cancelled', -coalesce(o.amount, 0)
    from mart.order_cycle o
    left join cancelled c on c.order_id = o.order_id
    where o.state = 'cancelled'
    union all
    select order_id, owner_id, delivered_date, 'delivered', -coalesce(amount, 0)
    from mart.order_cycle
    where state = 'delivered'
)
select cast(trunc(day, 'MM') as date)   as month,
       owner_id,
       movement,
       count(distinct order_id)         as order_count,
       sum(amount)                      as amount
from movements
group by trunc(day, 'MM'), owner_id, movement
