-- One row per planned activity, per message left by a done one, and per meeting; their keys are counted apart. Odoo deletes
-- an activity when it is done, and with it when it was due. Only what is about deals, orders, requests or partners is here.
with kind as (
    select id,
           case
               when category = 'phonecall' or icon = 'fa-phone' then 'call'
               when category = 'meeting' or icon = 'fa-users' then 'meeting'
               when icon = 'fa-envelope' then 'mail'
               else 'task'
           end as kind
    from mail_activity_type
),
person as (
    select partner_id, min_by(id, struct(not active, id)) as user_id
    from res_users
    where id <> 1 and not coalesce(share, false)
    group by partner_id
),
subject as (
    select 'crm.lead' as model, d.id, d.partner_id, if(d.type = 'opportunity', d.id, null) as opportunity_id from crm_lead d
    union all
    select 'sale.order', o.id, o.partner_id, o.opportunity_id from sale_order o
    union all
    select 'helpdesk.ticket', h.id, h.partner_id, null from helpdesk_ticket h
    union all
    select 'res.partner', p.id, p.id, null from res_partner p
),
activity as (
    select concat('planned-', a.id)                    as activity_id,
           coalesce(kind.kind, 'task')                 as kind,
           a.res_model                                 as model,
           a.res_id                                    as subject_id,
           a.user_id                                   as owner_id,
           'planned'                                   as status,
           cast(a.date_deadline as timestamp)          as planned_at,
           cast(null as timestamp)                     as done_at,
           cast(null as double)                        as duration_minutes,
           a._source_file,
           a._source_line,
           case
               when a.calendar_event_id is not null then 'same-as-meeting'
               when a.create_date >= :as_of_end then 'after-as-of'
           end                                         as left_out
    from mail_activity a
    left join kind on kind.id = a.activity_type_id
    union all
    select concat('done-', d.id),
           coalesce(kind.kind, 'task'),
           d.model,
           d.res_id,
           coalesce(person.user_id, d.create_uid),
           'done',
           null,
           d.date,
           null,
           d._source_file,
           d._source_line,
           if(d.date >= :as_of_end, 'after-as-of', null)
    from done_activity d
    left join kind on kind.id = d.mail_activity_type_id
    left join person on person.partner_id = d.author_id
    union all
    select concat('meeting-', e.id),
           'meeting',
           if(e.opportunity_id is not null, 'crm.lead', e.res_model),
           coalesce(e.opportunity_id, e.res_id),
           e.user_id,
           if(e.start >= :as_of_end, 'planned', 'done'),
           e.start,
           if(e.start >= :as_of_end, null, e.start),
           e.duration * 60,
           e._source_file,
           e._source_line,
           case
               when not coalesce(e.active, false) then 'archived'
               when e.create_date >= :as_of_end then 'after-as-of'
           end
    from calendar_event e
)
select a.activity_id                                               as activity_id,
       a.kind                                                      as kind,
       coalesce(p.commercial_partner_id, s.partner_id)             as account_id,
       s.opportunity_id                                            as opportunity_id,
       a.owner_id                                                  as owner_id,
       a.status                                                    as status,
       a.planned_at                                                as planned_at,
       a.done_at                                                   as done_at,
       a.duration_minutes                                          as duration_minutes,
       a._source_file,
       a._source_line,
       coalesce(a.left_out, if(s.id is null, 'other-document', null)) as _filter
from activity a
left join subject s on s.model = a.model and s.id = a.subject_id
left join res_partner p on p.id = s.partner_id
