-- One row per quote; the quotes of an opportunity are its revisions, in the order of their creation.
with keyed as (
    select *,
           transform(array(id, opportunity_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from quote
)
select ids[0]                                                                  as quote_id,
       ids[1]                                                                  as opportunity_id,
       row_number() over (partition by ids[1] order by created_date, ids[0], _source_line)    as revision,
       case
           when status = 'Accepted' then 'accepted'
           when status in ('Rejected', 'Denied') then 'rejected'
           when try_cast(expiration_date as date) < :as_of then 'expired'
           when status = 'Presented' then 'sent'
           when status in ('Draft', 'Needs Review', 'In Review', 'Approved') then 'draft'
           else lower(status)
       end                                                                     as status,
       coalesce(grand_total, total_price)                                      as amount,
       subtotal                                                                as list_amount,
       created_date                                                            as sent_at,
       coalesce(currency_iso_code, :source_currency)                           as _currency,
       coalesce(cast(created_date as date), :as_of)                            as _rate_day,
       _source_file,
       _source_line,
       case
           when not _fivetran_active then 'superseded'
           when is_deleted or _fivetran_deleted then 'soft-deleted'
       end as _filter,
       if(id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed
