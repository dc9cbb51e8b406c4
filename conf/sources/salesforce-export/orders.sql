-- One row per order. An order counts from its activation; a draft is none yet.
with keyed as (
    select *,
           transform(array(id, account_id, opportunity_id, owner_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from sales_order
)
select ids[0]                                                                       as order_id,
       ids[1]                                                                       as account_id,
       ids[2]                                                                       as opportunity_id,
       ids[3]                                                                       as owner_id,
       case
           when coalesce(status_code, status) ilike 'cancel%' then 'cancelled'
           when status ilike 'deliver%' or status ilike 'complete%' or status ilike 'fulfilled%' then 'delivered'
           else 'open'
       end                                                                          as status,
       total_amount                                                                 as amount,
       coalesce(activated_date, cast(try_cast(effective_date as date) as timestamp), created_date)    as ordered_at,
       coalesce(currency_iso_code, :source_currency)                                as _currency,
       coalesce(cast(activated_date as date), try_cast(effective_date as date), :as_of)   as _rate_day,
       _source_file,
       _source_line,
       case
           when not _fivetran_active then 'superseded'
           when is_deleted or _fivetran_deleted then 'soft-deleted'
           when coalesce(status_code, status) = 'Draft' then 'draft'
       end                                                                          as _filter,
       if(id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed
