-- One row per invoice, net of tax and shipping: SuiteCRM has no orders, an invoice is its record of one. What was paid
-- counts as delivered. The opportunity is that of the quote the invoice was made from.
with currency as (
    select '-99' as id, :source_currency as iso_code, 1 as units_per_base
    union all
    select id, upper(trim(iso4217)), nullif(conversion_rate, 0)
    from currencies
    where id <> '-99' and coalesce(deleted, 0) = 0
),
quoted as (
    select l.aos_quotes6b83nvoices_idb                             as invoice_id,
           max_by(o.id, struct(l.date_modified, l.id))             as opportunity_id
    from aos_quotes_aos_invoices l
    join aos_quotes q on q.id = l.aos_quotes77d9_quotes_ida and coalesce(q.deleted, 0) = 0
    join opportunities o on o.id = q.opportunity_id and coalesce(o.deleted, 0) = 0
    where coalesce(l.deleted, 0) = 0
    group by l.aos_quotes6b83nvoices_idb
)
select i.id                                                        as order_id,
       a.id                                                        as account_id,
       q.opportunity_id                                            as opportunity_id,
       i.assigned_user_id                                          as owner_id,
       case i.status
           when 'Paid' then 'delivered'
           when 'Cancelled' then 'cancelled'
           else 'open'
       end                                                         as status,
       cast(if(c.iso_code = :project_currency, i.subtotal_amount,
               coalesce(i.subtotal_amount_usdollar,
                        cast(i.subtotal_amount as double) / c.units_per_base)) as decimal(18, 2))
                                                                   as amount,
       coalesce(cast(i.invoice_date as timestamp), i.date_entered) as ordered_at,
       if(c.iso_code = :project_currency, :project_currency, :source_currency) as _currency,
       i._source_file,
       i._source_line,
       case
           when i.deleted = 1 then 'soft-deleted'
           when i.date_entered >= :as_of_end then 'after-as-of'
       end                                                         as _filter
from aos_invoices i
left join accounts a on a.id = i.billing_account_id and coalesce(a.deleted, 0) = 0
left join quoted q on q.invoice_id = i.id
left join currency c on c.id = coalesce(i.currency_id, '-99')
