-- One row per person. A person that was merged into another is named by that one, with the time behind a colon.
with merged as (
    select distinct trim(substring_index(part, ':', 1)) as gone
    from contact lateral view explode(split(concat_ws(';', merged_vids, merged_object_ids), ';')) as part
    where trim(substring_index(part, ':', 1)) <> id
),
timed as (
    select *,
           transform(array(createdate), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp))) as times
    from contact
)
select c.id                                                       as contact_id,
       c.associated_company_id                                    as account_id,
       nullif(concat_ws(' ', c.firstname, c.lastname), '')        as name,
       c.email                                                    as email,
       c.phone                                                    as phone,
       c.jobtitle                                                 as job_title,
       coalesce(date_format(c.times[0], 'yyyy-MM-dd HH:mm:ss.SSSSSSXXX'), c.createdate) as created_at,
       c._source_file,
       c._source_line,
       case
           when c.is_deleted or c._fivetran_deleted then 'soft-deleted'
           when m.gone is not null then 'merged'
       end                                                        as _filter
from timed c
left join merged m on m.gone = c.id
