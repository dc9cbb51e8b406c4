-- One row per line of opportunities. An amount that is given only as entered is converted by the rate of the day of the
-- close; an open deal by that of :as_of.
--
-- Without a currency, an amount is in the project's and an amount_original in that of the source. Where only the amount
-- is given and the deal is in another currency, what was entered is not known.
--
-- Repairs: outcome-spelling (' WON '), currency-spelling ('eur'), padded-id (blanks around it) and control-characters
-- (taken out of texts; tabs and line ends stay).
with line as (
    select *,
           coalesce(regexp_extract(lower(outcome), '^[\\s\u00a0\ufeff]*(won|lost|open)[\\s\u00a0\ufeff]*$', 1), '')
                                                            as spelt_outcome,
           coalesce(regexp_extract(upper(currency), '^[\\s\u00a0\ufeff]*([A-Z]{3})[\\s\u00a0\ufeff]*$', 1), '')
                                                            as spelt_currency,
           array(opportunity_id, account_id, owner_id, team_id, product_id, competitor_id, campaign_id)
                                                            as ids,
           array(name, stage, source, segment, lost_reason) as texts
    from opportunities
),
tidy as (
    select *,
           coalesce(nullif(spelt_outcome, ''), outcome)     as tidy_outcome,
           coalesce(nullif(spelt_currency, ''), nullif(btrim(currency), ''))
                                                            as tidy_currency
    from line
)
select btrim(opportunity_id, ' \t\n\r\u00a0\ufeff')         as opportunity_id,
       regexp_replace(name, '[\\p{Cntrl}&&[^\t\n\r]]', '') as name,
       btrim(account_id, ' \t\n\r\u00a0\ufeff')             as account_id,
       btrim(owner_id, ' \t\n\r\u00a0\ufeff')               as owner_id,
       btrim(team_id, ' \t\n\r\u00a0\ufeff')                as team_id,
       btrim(product_id, ' \t\n\r\u00a0\ufeff')             as product_id,
       btrim(competitor_id, ' \t\n\r\u00a0\ufeff')          as competitor_id,
       nullif(regexp_replace(stage, '^\\s*$|[\\p{Cntrl}&&[^\t\n\r]]', ''), '')
                                                            as stage,
       nullif(btrim(tidy_outcome), '')                      as outcome,
       coalesce(amount, amount_original)                    as amount,
       coalesce(amount_original,
                if(coalesce(tidy_currency, :project_currency) = :project_currency, amount, null))
                                                            as amount_original,
       coalesce(tidy_currency, if(amount_original is null, :project_currency, :source_currency))
                                                            as currency,
       probability,
       regexp_replace(source, '[\\p{Cntrl}&&[^\t\n\r]]', '') as source,
       regexp_replace(segment, '[\\p{Cntrl}&&[^\t\n\r]]', '') as segment,
       btrim(campaign_id, ' \t\n\r\u00a0\ufeff')            as campaign_id,
       regexp_replace(lost_reason, '[\\p{Cntrl}&&[^\t\n\r]]', '') as lost_reason,
       created_at,
       stage_entered_at,
       closed_at,
       expected_close_date,
       if(amount is null, coalesce(tidy_currency, :source_currency), null)
                                                            as _currency,
       coalesce(cast(closed_at as date), :as_of)            as _rate_day,
       _source_file,
       _source_line,
       nullif(concat_ws(', ',
                        if(outcome <> tidy_outcome, 'outcome-spelling', null),
                        if(currency <> tidy_currency, 'currency-spelling', null),
                        if(exists(ids, id -> btrim(id, ' \t\n\r\u00a0\ufeff') not in ('', id)), 'padded-id', null),
                        if(exists(texts, text -> text rlike '[\\p{Cntrl}&&[^\t\n\r]]'),
                           'control-characters', null)), '') as _repair
from tidy
