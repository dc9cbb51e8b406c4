-- One row per owner and month. A quota of a quarter stands in its first month, as Salesforce keeps it; one in units is
-- left out.
with keyed as (
    select *,
           transform(array(quota_owner_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from forecasting_quota
)
select ids[0]                                          as owner_id,
       coalesce(cast(trunc(try_cast(start_date as date), 'MM') as string), start_date)   as month,
       quota_amount                                    as amount,
       coalesce(currency_iso_code, :source_currency)   as _currency,
       try_cast(start_date as date)                    as _rate_day,
       _source_file,
       _source_line,
       case
           when not _fivetran_active then 'superseded'
           when _fivetran_deleted then 'soft-deleted'
           when not is_amount then 'in-units'
       end                                             as _filter,
       if(quota_owner_id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed
