-- One row per account. An account that was merged into another is deleted and names its master. The yearly revenue is in
-- millions.
with keyed as (
    select *,
           transform(array(id, parent_id, owner_id), key -> if(
               key not rlike '^[A-Za-z0-9]{15}$',
               key,
               concat(key, array_join(transform(array(1, 6, 11), start -> substr(
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
                   1 + aggregate(sequence(0, 4), 0, (sum, i) ->
                       sum + if(substr(key, start + i, 1) rlike '[A-Z]', shiftleft(1, i), 0)),
                   1)), '')))) as ids
    from account
)
select ids[0]                         as account_id,
       name                           as name,
       industry                       as industry,
       billing_country                as country,
       annual_revenue / 1000000       as annual_revenue,
       number_of_employees            as employees,
       ids[1]                         as parent_account_id,
       ids[2]                         as owner_id,
       created_date                   as created_at,
       _source_file,
       _source_line,
       case
           when not _fivetran_active then 'superseded'
           when master_record_id is not null then 'merged'
           when is_deleted or _fivetran_deleted then 'soft-deleted'
       end                            as _filter,
       if(id rlike '^[A-Za-z0-9]{15}$', 'id-15-to-18', null) as _repair
from keyed
