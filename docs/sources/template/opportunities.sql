-- One row per deal of Acme.
--
-- Every row that was read comes out again, once: no where, no inner join, no join that multiplies. What does not belong
-- into the clean table gets the name of a rule in _filter.
--
-- Acme keeps only the present state. A deal that closed after :as_of was still on offer then, as far as anybody knows.
with known as (
  select *,
         state in ('Won', 'Lost') and closed < :as_of_end        as is_closed
  from deal
)
select known.id                                                  as opportunity_id,       -- without the source's prefix
       known.title                                               as name,                 -- unchanged
       known.company_id                                          as account_id,
       known.seller                                              as owner_id,
       if(known.state in ('Won', 'Lost') and not known.is_closed, 'Offer', known.state) as stage,
       -- A state that nobody has thought of becomes an outcome that is not allowed: the row is quarantined, not guessed.
       case
           when known.is_closed then lower(known.state)
           when known.state in ('New', 'Offer', 'Won', 'Lost') then 'open'
           else known.state
       end                                                       as outcome,
       known.amount                                              as amount,               -- converted, see _currency
       known.amount                                              as amount_original,      -- as entered
       coalesce(upper(known.currency), :source_currency)         as currency,
       known.campaign_id                                         as campaign_id,
       if(known.is_closed, reason.label, null)                   as lost_reason,
       known.created                                             as created_at,
       if(known.is_closed, known.closed, null)                   as closed_at,
       known.promised                                            as expected_close_date,
       -- The currency of all money above that is to be in the project's, and the day whose rate counts.
       coalesce(upper(known.currency), :source_currency)         as _currency,
       if(known.is_closed, cast(known.closed as date), :as_of)   as _rate_day,
       -- What was mended, by name: the row is flagged with it.
       if(known.currency <> upper(known.currency), 'currency-code', null) as _repair,
       if(known.deleted, 'soft-deleted', null)                   as _filter,
       known._source_file,
       known._source_line
from known
left join reason on reason.id = known.reason_id
