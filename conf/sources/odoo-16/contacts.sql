-- One row per partner who is a person at a company. Addresses for delivery and invoices are no persons.
with own as (
    select distinct partner_id from res_users where not coalesce(share, false)
)
select p.id                                as contact_id,
       p.commercial_partner_id             as account_id,
       p.name                              as name,
       p.email                             as email,
       coalesce(p.phone, p.mobile)         as phone,
       p.function                          as job_title,
       p.create_date                       as created_at,
       p._source_file,
       p._source_line,
       case
           when coalesce(p.is_company, false) or coalesce(p.commercial_partner_id, p.id) = p.id then 'account'
           when own.partner_id is not null then 'own-company-or-user'
           when coalesce(p.type, 'contact') <> 'contact' then 'address'
           when not coalesce(p.active, false) then 'archived'
       end                                 as _filter
from res_partner p
left join own on own.partner_id = p.id
