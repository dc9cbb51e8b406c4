-- One row per sale_order that is confirmed; the others are quotations. Amounts are net of tax, converted by the rate that
-- the order itself carries into the currency of its company. The date of an order is that of its confirmation.
select o.id                                                        as order_id,
       coalesce(p.commercial_partner_id, o.partner_id)             as account_id,
       o.opportunity_id                                            as opportunity_id,
       o.user_id                                                   as owner_id,
       if(o.delivery_status = 'full' or o.delivery_status is null and o.effective_date < :as_of_end,
          'delivered', 'open')                                     as status,
       cast(o.amount_untaxed / if(coalesce(o.currency_rate, 0) = 0, 1, o.currency_rate) as decimal(18, 2)) as amount,
       o.date_order                                                as ordered_at,
       cast(o.commitment_date as date)                             as promised_on,
       cast(if(o.effective_date < :as_of_end, o.effective_date, null) as date)     as delivered_on,
       if(coalesce(o.currency_rate, 0) = 0, own.name, books.name)  as _currency,
       cast(o.date_order as date)                                  as _rate_day,
       o._source_file,
       o._source_line,
       if(o.state in ('sale', 'done'), null, 'quotation')          as _filter
from sale_order o
left join res_partner p on p.id = o.partner_id
left join res_currency own on own.id = o.currency_id
left join res_company c on c.id = o.company_id
left join res_currency books on books.id = c.currency_id
