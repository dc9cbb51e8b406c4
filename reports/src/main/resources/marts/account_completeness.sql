-- One row per owner of accounts and descriptive field: how many accounts have it filled in. Blank text is not filled.
--
-- grain:   owner_id, field
-- inputs:  crm.accounts
-- drill:   crm.accounts by owner_id
-- columns:
--   owner_id       [users] who looks after the accounts
--   field          column of accounts
--   account_count  [accounts] accounts
--   filled_count   [accounts] of them with a value
with fields as (
    select a.owner_id,
           f.field,
           case f.field
               when 'segment' then a.segment
               when 'industry' then a.industry
               when 'country' then a.country
               when 'region' then a.region
               when 'annual_revenue' then cast(a.annual_revenue as string)
               when 'employees' then cast(a.employees as string)
           end as value
    from crm.accounts a
    cross join (values ('segment'), ('industry'), ('country'), ('region'), ('annual_revenue'), ('employees')) as f(field)
)
select owner_id,
       field,
       count(*)                                   as account_count,
       count_if(coalesce(trim(value), '') <> '')  as filled_count
from fields
group by owner_id, field
