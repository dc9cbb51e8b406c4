-- One row per quote, net of tax and shipping. SuiteCRM keeps neither when a quote was sent nor when it was answered: it
-- counts as sent when it was entered, unless it is a draft, and as answered when the row last changed.
with currency as (
    select '-99' as id, :source_currency as iso_code, 1 as units_per_base
    union all
    select id, upper(trim(iso4217)), nullif(conversion_rate, 0)
    from currencies
    where id <> '-99' and coalesce(deleted, 0) = 0
)
select q.id                                                        as quote_id,
       o.id                                                        as opportunity_id,
       case
           when q.stage = 'Closed Accepted' then 'accepted'
           when q.stage in ('Closed Lost', 'Closed Dead') then 'rejected'
           when q.stage = 'Draft' or q.stage is null then 'draft'
           when q.expiration < :as_of then 'expired'
           else 'sent'
       end                                                         as status,
       cast(if(c.iso_code = :project_currency, q.subtotal_amount,
               coalesce(q.subtotal_amount_usdollar,
                        cast(q.subtotal_amount as double) / c.units_per_base)) as decimal(18, 2))
                                                                   as amount,
       cast(if(c.iso_code = :project_currency, q.total_amt,
               coalesce(q.total_amt_usdollar,
                        cast(q.total_amt as double) / c.units_per_base)) as decimal(18, 2))
                                                                   as list_amount,
       if(q.stage = 'Draft' or q.stage is null, null, q.date_entered) as sent_at,
       if(q.stage like 'Closed%', q.date_modified, null)           as decided_at,
       if(c.iso_code = :project_currency, :project_currency, :source_currency) as _currency,
       q._source_file,
       q._source_line,
       case
           when q.deleted = 1 then 'soft-deleted'
           when q.date_entered >= :as_of_end then 'after-as-of'
       end                                                         as _filter,
       if(q.stage like 'Closed%', 'decided-at-from-last-change', null) as _repair
from aos_quotes q
left join opportunities o on o.id = q.opportunity_id and coalesce(o.deleted, 0) = 0
left join currency c on c.id = coalesce(q.currency_id, '-99')
