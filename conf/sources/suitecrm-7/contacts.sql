-- One row per contact. The account is the newest live link to a live account; the address is the primary one.
with linked as (
    select l.contact_id,
           max_by(l.account_id, struct(l.date_modified, l.id)) filter (where a.id is not null) as account_id,
           count(distinct a.id)                                    as account_count
    from accounts_contacts l
    left join accounts a on a.id = l.account_id and coalesce(a.deleted, 0) = 0
    where coalesce(l.deleted, 0) = 0
    group by l.contact_id
),
mail as (
    select r.bean_id,
           min_by(e.email_address, r.id) as email
    from email_addr_bean_rel r
    join email_addresses e on e.id = r.email_address_id and coalesce(e.deleted, 0) = 0
    where r.bean_module = 'Contacts' and r.primary_address = 1 and coalesce(r.deleted, 0) = 0
    group by r.bean_id
)
select c.id                                                        as contact_id,
       l.account_id                                                as account_id,
       nullif(concat_ws(' ', c.first_name, c.last_name), '')       as name,
       e.email                                                     as email,
       coalesce(c.phone_work, c.phone_mobile)                      as phone,
       c.title                                                     as job_title,
       c.date_entered                                              as created_at,
       c._source_file,
       c._source_line,
       if(c.deleted = 1, 'soft-deleted', null)                     as _filter,
       case
           when l.account_count > 1 then 'account-from-newest-link'
           when l.account_count = 0 then 'deleted-account-left-out'
       end                                                         as _repair
from contacts c
left join linked l on l.contact_id = c.id
left join mail e on e.bean_id = c.id
