-- One row per campaign. It costs what it did cost, or what is planned while that is not known.
with keyed as (
    select *,
           transform(array(id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from campaign
)
select ids[0]                                          as campaign_id,
       name                                            as name,
       case lower(type)
           when 'email' then 'mail'
           when 'trade show' then 'fair'
           when 'webinar' then 'web'
           when 'social' then 'web'
           else lower(type)
       end                                             as channel,
       coalesce(actual_cost, budgeted_cost)            as cost,
       coalesce(cast(try_cast(start_date as date) as string), start_date)    as started_on,
       coalesce(cast(try_cast(end_date as date) as string), end_date)        as ended_on,
       coalesce(currency_iso_code, :source_currency)   as _currency,
       coalesce(try_cast(start_date as date), :as_of)  as _rate_day,
       _source_file,
       _source_line,
       case
           when not _fivetran_active then 'superseded'
           when is_deleted or _fivetran_deleted then 'soft-deleted'
       end as _filter,
       if(id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed
