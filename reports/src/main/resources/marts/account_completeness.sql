-- One row per owner of accounts and descriptive field: how many accounts have it filled in. Blank text is not filled.
--
-- grain:   owner_id, field
-- inputs:  crm.accounts
-- columns:
--   owner_id       [users] who looks after the accounts
--   field          column of accounts
--   account_count  [accounts] accounts
--   filled_count   [accounts] of them with a value
select owner_id,
       field,
       count(*)                                   as account_count,
       count_if(coalesce(trim(value), '') <> '')  as filled_count
from (
    select owner_id,
           stack(6,
                 'segment', segment,
                 'industry', industry,
                 'country', country,
                 'region', region,
                 'annual_revenue', cast(annual_revenue as string),
                 'employees', cast(employees as string)) as (field, value)
    from crm.accounts
)
group by owner_id, field
