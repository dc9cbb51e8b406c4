-- One row per region and month, and one per month for all: the plan without a region.
select if(p.region_id is null, 'total', concat('region:', r.name))    as scope,
       p.month_start                                                  as month,
       p.amount_base                                                  as amount,
       p._source_file,
       p._source_line,
       if(p.deleted, 'soft-deleted', null) as _filter
from sales_plan p
left join region r on r.id = p.region_id
