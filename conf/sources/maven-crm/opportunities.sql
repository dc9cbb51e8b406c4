-- One row per line of sales_pipeline.csv.
--
-- The export has one row per opportunity as it stands today. A deal that closed after :as_of was still being engaged
-- then, and that is all that is known of it. An open deal has no value in the export: it stands with the list price of
-- its product, which is what deals are closed at on average, and is marked as repaired.
with known as (
  select *,
         if(product = 'GTXPro', 'GTX Pro', product)                          as product_name,
         if(close_date > :as_of, 'Engaging', deal_stage)                     as stage_then
  from sales_pipeline
)
select known.opportunity_id,
       known.account                                                          as account_id,
       known.sales_agent                                                      as owner_id,
       known.product_name                                                     as product_id,
       known.stage_then                                                       as stage,
       case known.stage_then when 'Won' then 'won' when 'Lost' then 'lost'
                             when 'Prospecting' then 'open' when 'Engaging' then 'open'
                             else known.stage_then end                        as outcome,
       if(known.stage_then in ('Won', 'Lost'), known.close_value, products.sales_price) as amount,
       if(known.stage_then in ('Won', 'Lost'), known.close_value, null)       as amount_original,
       'USD'                                                                  as currency,
       cast(known.engage_date as timestamp)                                   as created_at,
       if(known.stage_then in ('Won', 'Lost'), cast(known.close_date as timestamp), null) as closed_at,
       nullif(concat_ws(', ',
                        if(known.product = 'GTXPro', 'product-name', null),
                        if(known.stage_then in ('Won', 'Lost'), null, 'amount-from-list-price')), '') as _repair,
       known._source_file,
       known._source_line
from known
left join products on products.product = known.product_name
