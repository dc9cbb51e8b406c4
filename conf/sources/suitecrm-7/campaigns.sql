-- One row per campaign. Its cost is kept in its own currency only; the present rate takes it to the base currency.
select m.id                                                        as campaign_id,
       m.name                                                      as name,
       m.campaign_type                                             as channel,
       cast(if(upper(trim(c.iso4217)) = :project_currency, m.actual_cost,
               cast(m.actual_cost as double) / if(c.id is null, 1, nullif(c.conversion_rate, 0)))
            as decimal(18, 2))                                     as cost,
       m.start_date                                                as started_on,
       m.end_date                                                  as ended_on,
       if(upper(trim(c.iso4217)) = :project_currency, :project_currency, :source_currency) as _currency,
       m._source_file,
       m._source_line,
       case
           when m.deleted = 1 then 'soft-deleted'
           when m.date_entered >= :as_of_end then 'after-as-of'
       end                                                         as _filter
from campaigns m
left join currencies c on c.id = m.currency_id and c.id <> '-99' and coalesce(c.deleted, 0) = 0
