-- One row per person who is or was a lead: from the lifecycle stage lead on. Its deal is the first of those that name the
-- person.
with merged as (
    select distinct trim(substring_index(part, ':', 1)) as gone
    from contact lateral view explode(split(concat_ws(';', merged_vids, merged_object_ids), ';')) as part
    where trim(substring_index(part, ':', 1)) <> id
),
link as (
    select gone, min(stays) as stays
    from (select merged_deal_id as gone, deal_id as stays from merged_deal
          union all
          select trim(part), deal_id from deal lateral view explode(split(merged_object_ids, ';')) as part)
    where gone not in ('', stays)
    group by gone
),
merged_deals as (
    select a.gone, coalesce(c.stays, b.stays, a.stays) as stays
    from link a
    left join link b on b.gone = a.stays
    left join link c on c.gone = b.stays
),
deal_of as (
    select d.contact_id,
           min_by(coalesce(m.stays, d.deal_id), struct(try_cast(d.deal_id as bigint), d.deal_id)) as deal_id
    from deal_contact d
    left join merged_deals m on m.gone = d.deal_id
    where not coalesce(d._fivetran_deleted, false)
    group by d.contact_id
),
timed as (
    select *,
           transform(array(coalesce(lead_date, createdate), opportunity_date), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp))) as times
    from contact
)
select c.id                                                       as lead_id,
       c.analytics_source                                         as source,
       c.owner_id                                                 as owner_id,
       lower(c.lifecyclestage)                                    as status,
       d.deal_id                                                  as opportunity_id,
       coalesce(date_format(c.times[0], 'yyyy-MM-dd HH:mm:ss.SSSSSSXXX'), coalesce(c.lead_date, c.createdate)) as created_at,
       coalesce(date_format(c.times[1], 'yyyy-MM-dd HH:mm:ss.SSSSSSXXX'), c.opportunity_date) as converted_at,
       c._source_file,
       c._source_line,
       case
           when c.is_deleted or c._fivetran_deleted then 'soft-deleted'
           when m.gone is not null then 'merged'
           when coalesce(replace(lower(c.lifecyclestage), ' ', ''), '') not in
               ('lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity', 'customer') then 'not-a-lead'
       end                                                        as _filter
from timed c
left join merged m on m.gone = c.id
left join deal_of d on d.contact_id = c.id
