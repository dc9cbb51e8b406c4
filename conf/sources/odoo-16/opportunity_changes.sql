-- One row per recorded change of a field of a deal, and one derived row for the stage that a deal began in.
--
-- Odoo records changes only: the first stage is what the first change left, or the present one without any. Labels are
-- recorded in the language of whoever made the change; a stage or reason that still exists stands with its present label,
-- as in opportunities. Owners stand with their key. A value is in the currency of the deal's company: it is a change of
-- amount where that is the project's currency, else of amount_original. Times are cut to the second: changes of one field
-- in the same second are put a microsecond apart, in the order recorded. A merged deal has the changes of both.
with stage as (
    select id,
           is_won,
           coalesce(get_json_object(name, '$.en_US'),
                    try_element_at(map_values(from_json(name, 'map<string,string>')), 1),
                    name) as label
    from crm_stage
),
reason as (
    select id,
           coalesce(get_json_object(name, '$.en_US'),
                    try_element_at(map_values(from_json(name, 'map<string,string>')), 1),
                    name) as label
    from crm_lost_reason
),
person as (
    select partner_id, min_by(id, struct(not active, id)) as user_id
    from res_users
    where id <> 1 and not coalesce(share, false)
    group by partner_id
),
later as (
    select lead_id,
           min_by(coalesce(old_value_integer, 0), struct(changed_at, id)) filter (where field_name = 'active') as active,
           min_by(coalesce(old_value_integer, 0), struct(changed_at, id)) filter (where field_name = 'lost_reason_id') as reason
    from crm_tracking
    where changed_at >= :as_of_end
    group by lead_id
),
deal as (
    select d.*,
           m.name as currency,
           case
               when d.type = 'lead' or d.date_conversion >= :as_of_end then 'lead'
               when not coalesce(d.active or d.date_closed >= :as_of_end, false)
                    and coalesce(d.probability, 0) > 0 and later.active is null
                    and nullif(coalesce(later.reason, d.lost_reason_id), 0) is null then 'archived'
           end    as left_out
    from crm_lead d
    left join later on later.lead_id = d.id
    left join crm_team t on t.id = d.team_id
    left join res_users u on u.id = d.user_id
    left join res_partner p on p.id = d.partner_id
    left join res_company c
        on c.id = coalesce(d.company_id, t.company_id, u.company_id, p.company_id, (select min(id) from res_company))
    left join res_currency m on m.id = c.currency_id
),
recorded as (
    select t.*,
           row_number() over (partition by t.lead_id, t.field_name, t.changed_at order by t.id) - 1 as same_second,
           coalesce(author.user_id, if(actor.id = 1, null, actor.id))                               as changed_by
    from crm_tracking t
    left join person author on author.partner_id = t.author_id
    left join res_users actor on actor.id = t.create_uid and not coalesce(actor.share, false)
),
first_change as (
    select lead_id,
           min(changed_at)                                                 as changed_at,
           min_by(nullif(old_value_integer, 0), struct(changed_at, id))    as stage_id,
           min_by(nullif(old_value_char, ''), struct(changed_at, id))      as label
    from recorded
    where field_name = 'stage_id'
    group by lead_id
)
select r.lead_id                                                       as opportunity_id,
       r.changed_at + make_dt_interval(0, 0, 0, r.same_second * 0.000001) as changed_at,
       case r.field_name
           when 'stage_id' then 'stage'
           when 'user_id' then 'owner_id'
           when 'expected_revenue' then if(deal.currency = :project_currency, 'amount', 'amount_original')
           when 'active' then 'outcome'
           when 'lost_reason_id' then 'lost_reason'
           when 'partner_id' then 'account_id'
           else r.field_name
       end                                                             as field,
       case r.field_name
           when 'stage_id' then coalesce(old_stage.label, nullif(r.old_value_char, ''))
           when 'lost_reason_id' then coalesce(old_reason.label, nullif(r.old_value_char, ''))
           when 'expected_revenue' then cast(r.old_value_monetary as string)
           when 'active' then if(r.old_value_integer = 1, 'open', 'lost')
           when 'partner_id' then cast(coalesce(old_partner.commercial_partner_id, nullif(r.old_value_integer, 0)) as string)
           else cast(nullif(r.old_value_integer, 0) as string)
       end                                                             as old_value,
       case r.field_name
           when 'stage_id' then coalesce(new_stage.label, nullif(r.new_value_char, ''))
           when 'lost_reason_id' then coalesce(new_reason.label, nullif(r.new_value_char, ''))
           when 'expected_revenue' then cast(r.new_value_monetary as string)
           when 'active' then if(r.new_value_integer = 1, 'open', 'lost')
           when 'partner_id' then cast(coalesce(new_partner.commercial_partner_id, nullif(r.new_value_integer, 0)) as string)
           else cast(nullif(r.new_value_integer, 0) as string)
       end                                                             as new_value,
       r.changed_by                                                    as changed_by,
       r._source_file,
       r._source_line,
       if(deal.id is null, 'deleted', deal.left_out)                   as _filter,
       if(r.same_second > 0, 'same-second', null)                      as _repair,
       false                                                           as _derived
from recorded r
left join deal on deal.id = r.lead_id
left join stage old_stage on r.field_name = 'stage_id' and old_stage.id = r.old_value_integer
left join stage new_stage on r.field_name = 'stage_id' and new_stage.id = r.new_value_integer
left join reason old_reason on r.field_name = 'lost_reason_id' and old_reason.id = r.old_value_integer
left join reason new_reason on r.field_name = 'lost_reason_id' and new_reason.id = r.new_value_integer
left join res_partner old_partner on r.field_name = 'partner_id' and old_partner.id = r.old_value_integer
left join res_partner new_partner on r.field_name = 'partner_id' and new_partner.id = r.new_value_integer
union all
select deal.id,
       least(deal.create_date, first_change.changed_at - interval '0.000001' second),
       'stage',
       null,
       if(first_change.lead_id is null, present.label, coalesce(former.label, first_change.label)),
       creator.id,
       deal._source_file,
       deal._source_line,
       null,
       null,
       true
from deal
left join first_change on first_change.lead_id = deal.id
left join stage present on present.id = deal.stage_id
left join stage former on former.id = first_change.stage_id
left join res_users creator on creator.id = deal.create_uid and creator.id <> 1 and not coalesce(creator.share, false)
where deal.left_out is null
