-- One row per company. The yearly revenue is in millions. A company that was merged into another is named by that one.
with merged as (
    select distinct trim(part) as gone
    from company lateral view explode(split(merged_object_ids, ';')) as part
    where trim(part) <> id
),
timed as (
    select *,
           transform(array(createdate), time -> coalesce(
               timestamp_millis(cast(try_cast(time as decimal(14, 0)) as bigint)),
               try_cast(concat(time, 'Z') as timestamp),
               try_cast(concat(time, ':00Z') as timestamp),
               try_cast(time as timestamp))) as times
    from company
)
select c.id                           as account_id,
       c.name                         as name,
       c.industry                     as industry,
       c.country                      as country,
       c.annualrevenue / 1000000      as annual_revenue,
       c.numberofemployees            as employees,
       c.parent_company_id            as parent_account_id,
       c.owner_id                     as owner_id,
       coalesce(date_format(c.times[0], 'yyyy-MM-dd HH:mm:ss.SSSSSSXXX'), c.createdate) as created_at,
       c._source_file,
       c._source_line,
       case
           when c.is_deleted or c._fivetran_deleted then 'soft-deleted'
           when m.gone is not null then 'merged'
       end                            as _filter
from timed c
left join merged m on m.gone = c.id
