-- One row per line sold, in each sense of the word: booked when the opportunity was won, ordered when the order came in,
-- and revenue when it was delivered. What the lines of a document leave of its amount, or all of it where there are no
-- lines, is line 0, without a quantity: the lines of a document always sum to it. Cancelled orders are not here. A sale
-- without a date stands under an empty day.
--
-- grain:   basis, document_key, line
-- inputs:  mart.opportunities_as_of, crm.opportunities, crm.opportunity_products, crm.orders, crm.order_lines, crm.accounts,
--          crm.users, crm.teams, crm.products
-- drill:   crm.opportunities by opportunity_id = document_key where m.basis = 'bookings'
-- columns:
--   basis            bookings, orders or revenue
--   document_key     the opportunity, or the order
--   line             [position] line of the document, 0 for the rest
--   day              day of closing, of the order, or of delivery
--   account_id       [accounts] customer
--   product_id       [products] product; of line 0 the main product of the opportunity
--   region           sales region: the team's, else the account's
--   team_id          [teams] team
--   owner_id         [users] owner
--   segment          customer segment
--   source           how the opportunity arose
--   quantity         [units] units sold; empty where the source has none
--   amount           [project currency] value
--   cost_amount      [project currency] cost of the line: its own unit cost, else today's of the product; empty if unknown
--   currency         ISO 4217 code the opportunity was made in; empty where the original amount is unknown
--   amount_original  [column currency] value as entered, in proportion to the line
with documents as (
    select 'bookings'                             as basis,
           'opportunity'                          as kind,
           o.opportunity_id                       as document_key,
           o.close_date                           as day,
           o.account_id,
           o.product_id,
           o.region,
           o.team_id,
           o.owner_id,
           o.segment,
           o.source,
           o.amount,
           if(c.amount_original is not null and o.amount <> 0, c.currency, null)                      as currency,
           cast(c.amount_original as double) / nullif(cast(o.amount as double), 0)                    as units_per_base
    from mart.opportunities_as_of o
    join crm.opportunities c on c.opportunity_id = o.opportunity_id
    where o.outcome = 'won'
    union all
    select b.basis,
           'order',
           o.order_id,
           if(b.basis = 'orders', cast(o.ordered_at as date), o.delivered_on),
           coalesce(o.account_id, w.account_id),
           null,
           coalesce(t.region, a.region),
           u.team_id,
           o.owner_id,
           coalesce(w.segment, a.segment),
           w.source,
           o.amount,
           null,
           null
    from crm.orders o
    left join mart.opportunities_as_of w on w.opportunity_id = o.opportunity_id
    left join crm.accounts a             on a.account_id = coalesce(o.account_id, w.account_id)
    left join crm.users u                on u.user_id = o.owner_id
    left join crm.teams t                on t.team_id = u.team_id
    cross join (values ('orders'), ('revenue')) as b(basis)
    where o.ordered_at < :as_of_end and coalesce(o.status, 'open') <> 'cancelled'
      and (b.basis = 'orders' or o.delivered_on <= :as_of or o.delivered_on is null and o.status = 'delivered')
),
sold as (
    select 'opportunity' as kind, opportunity_id as document_key, line, product_id, quantity, unit_price, amount,
           null as unit_cost
    from crm.opportunity_products
    union all
    select 'order', order_id, line, product_id, quantity, unit_price, amount, unit_cost
    from crm.order_lines
),
lines as (
    select s.kind, s.document_key, s.line, s.product_id, s.quantity,
           cast(coalesce(s.amount, s.quantity * s.unit_price, 0) as decimal(18, 2))            as amount,
           cast(s.quantity * coalesce(s.unit_cost, p.unit_cost) as decimal(18, 2))             as cost_amount
    from sold s
    left join crm.products p on p.product_id = s.product_id
),
named as (
    select kind, document_key, sum(amount) as amount
    from lines
    group by kind, document_key
),
rests as (
    select d.*,
           n.document_key is not null                                                    as has_lines,
           cast(coalesce(d.amount - n.amount, d.amount, 0) as decimal(18, 2))            as rest
    from documents d
    left join named n on n.kind = d.kind and n.document_key = d.document_key
),
parts as (
    select r.*, l.line, l.product_id as sold_id, l.quantity, l.amount as line_amount, l.cost_amount
    from rests r
    join lines l on l.kind = r.kind and l.document_key = r.document_key
    union all
    select r.*, 0, r.product_id, null, r.rest, null
    from rests r
    where r.rest <> 0 or not r.has_lines
)
select basis,
       document_key,
       line,
       day,
       account_id,
       sold_id                                                 as product_id,
       region,
       team_id,
       owner_id,
       segment,
       source,
       quantity,
       line_amount                                             as amount,
       cost_amount,
       currency,
       cast(line_amount * units_per_base as decimal(18, 2))    as amount_original
from parts
