-- One row per contact, at the account that is marked as its main one.
with mail as (
    select l.entity_id,
           min_by(e.name, l.id) as email
    from entity_email_address l
    join email_address e on e.id = l.email_address_id and coalesce(e.deleted, 0) = 0
    where l.entity_type = 'Contact' and l.`primary` = 1 and coalesce(l.deleted, 0) = 0
    group by l.entity_id
)
select c.id                                                        as contact_id,
       a.id                                                        as account_id,
       nullif(concat_ws(' ', c.first_name, c.last_name), '')       as name,
       m.email                                                     as email,
       c.created_at                                                as created_at,
       c._source_file,
       c._source_line,
       if(c.deleted = 1, 'soft-deleted', null)                     as _filter,
       if(c.account_id is not null and a.id is null, 'deleted-account-left-out', null) as _repair
from contact c
left join account a on a.id = c.account_id and coalesce(a.deleted, 0) = 0
left join mail m on m.entity_id = c.id
