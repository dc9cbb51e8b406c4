-- One row per partner: a company, or a person with whom there is business of its own. Odoo calls them commercial entities.
-- An archived partner stays where something refers to it.
with business as (
    select partner_id from crm_lead where partner_id is not null
    union
    select partner_id from sale_order where partner_id is not null
    union
    select partner_id from helpdesk_ticket where partner_id is not null
),
referred as (
    select distinct coalesce(p.commercial_partner_id, p.id) as partner_id
    from business
    join res_partner p on p.id = business.partner_id
),
own as (
    select partner_id from res_company where partner_id is not null
    union
    select partner_id from res_users where partner_id is not null and not coalesce(share, false)
)
select p.id                                                        as account_id,
       p.name                                                      as name,
       coalesce(get_json_object(i.name, '$.en_US'),
                try_element_at(map_values(from_json(i.name, 'map<string,string>')), 1),
                i.name)                                            as industry,
       coalesce(get_json_object(c.name, '$.en_US'),
                try_element_at(map_values(from_json(c.name, 'map<string,string>')), 1),
                c.name)                                            as country,
       parent.commercial_partner_id                                as parent_account_id,
       p.user_id                                                   as owner_id,
       p.create_date                                               as created_at,
       p._source_file,
       p._source_line,
       case
           when referred.partner_id is not null then null
           when own.partner_id is not null then 'own-company-or-user'
           when p.commercial_partner_id <> p.id then 'contact'
           when not coalesce(p.is_company, false) then 'person-without-business'
           when not coalesce(p.active, false) then 'archived'
       end                                                         as _filter
from res_partner p
left join referred on referred.partner_id = p.id
left join own on own.partner_id = p.id
left join res_partner parent on parent.id = p.parent_id
left join res_country c on c.id = p.country_id
left join res_partner_industry i on i.id = p.industry_id
