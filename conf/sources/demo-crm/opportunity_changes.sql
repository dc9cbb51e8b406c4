-- One row per changed field of an opportunity. Stages stand with their names; owners with the key of the CRM, as text.
select a.opportunity_id                        as opportunity_id,
       a.created_at                            as changed_at,
       case a.field_name
           when 'STAGE_ID' then 'stage'
           when 'AMOUNT_BASE' then 'amount'
           when 'AMOUNT' then 'amount_original'
           when 'EXPECTED_CLOSE' then 'expected_close_date'
           when 'OWNER_ID' then 'owner_id'
           else lower(a.field_name)
       end                                     as field,
       coalesce(before.label, a.old_value)     as old_value,
       coalesce(after.label, a.new_value)      as new_value,
       a.changed_by                            as changed_by,
       a._source_file,
       a._source_line,
       if(a.deleted, 'soft-deleted', null) as _filter
from opportunity_audit a
left join sales_stage before on a.field_name = 'STAGE_ID' and cast(before.id as string) = a.old_value
left join sales_stage after on a.field_name = 'STAGE_ID' and cast(after.id as string) = a.new_value
