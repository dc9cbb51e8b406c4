-- One row per observation. A price given only as seen is freed of the tax it includes, divided by the units of its pack and
-- converted by the rate of the day it was seen.
--
-- Repairs: currency-spelling ('eur'), padded-id (blanks around it) and control-characters (taken out of texts; tabs and
-- line ends stay).
with tidy as (
    select *,
           coalesce(nullif(regexp_extract(upper(currency), '^[\\s\u00a0\ufeff]*([A-Z]{3})[\\s\u00a0\ufeff]*$', 1), ''),
                    nullif(btrim(currency), ''))            as tidy_currency,
           1 + coalesce(try_cast(tax_rate as double), 0)    as gross_per_net,
           coalesce(try_cast(units_per_pack as double), 1)  as units
    from competitor_prices
)
select btrim(competitor_product_id, ' \t\n\r\u00a0\ufeff')  as competitor_product_id,
       observed_on,
       coalesce(cast(price as string),
                cast(cast(try_cast(price_original as double) / gross_per_net / nullif(units, 0) as decimal(18, 2))
                     as string))                            as price,
       promotion,
       regexp_replace(origin, '[\\p{Cntrl}&&[^\t\n\r]]', '') as origin,
       price_original,
       if(price_original is null, tidy_currency, coalesce(tidy_currency, :source_currency))
                                                            as currency,
       tax_rate,
       units_per_pack,
       if(price is null, coalesce(tidy_currency, :source_currency), null)
                                                            as _currency,
       cast(try_cast(observed_on as timestamp) as date)     as _rate_day,
       _source_file,
       _source_line,
       nullif(concat_ws(', ',
                        if(currency <> tidy_currency, 'currency-spelling', null),
                        if(btrim(competitor_product_id, ' \t\n\r\u00a0\ufeff') not in ('', competitor_product_id),
                           'padded-id', null),
                        if(origin rlike '[\\p{Cntrl}&&[^\t\n\r]]', 'control-characters', null)), '') as _repair
from tidy
