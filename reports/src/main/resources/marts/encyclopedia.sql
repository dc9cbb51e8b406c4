-- What is known of each competitor and of each own product, one row per fact, with its day and source: prices, their changes
-- and promotions of the past year, deals closed in the past year and open now, sales, and what research has found out.
-- Whatever is dated after :as_of is left out.
--
-- grain:   subject, subject_key, topic, fact, about, dated_on
-- inputs:  mart.price_position, mart.closed_by_competitor, forecast.price_versions, crm.promotions, crm.research_facts
-- columns:
--   subject     competitor or product
--   subject_key  id of the competitor or of the own product
--   topic       price, change, promotion, deals, sales or research
--   fact        what is told
--   about       what else it is about: a product of a competitor, a promotion or a finding; empty for the subject as a whole
--   value       [column unit] its number; empty when it has none
--   unit        what one unit of the value is
--   remark      what there is to say in words
--   source      where it comes from: the origin of a price, who has found it out, or the table
--   dated_on    day that the fact is of
--   age_days    [days] from dated_on to :as_of
with alternatives as (
    select * from mart.price_position where competitor_product_id is not null and observed_on is not null
),
moves as (
    select *,
           case
               when promotion and price_before is not null then concat('before it ', price_before)
               when price_before is not null then concat('changed from ', price_before)
           end as remark
    from forecast.price_versions
    where valid_from > add_months(:as_of, -12) and valid_from <= :as_of
),
deals as (
    select competitor_id,
           sum(won_count)      as won_count,
           sum(lost_count)     as lost_count,
           sum(open_count)     as open_count,
           sum(open_amount)    as open_amount
    from mart.closed_by_competitor
    where competitor_id is not null and (month is null or month > add_months(:as_of, -12))
    group by competitor_id
),
facts as (
    select 'competitor' as subject, competitor_id as subject_key, 'price' as topic, 'price' as fact,
           competitor_product_id as about, cast(competitor_price as double) as value, 'project currency' as unit,
           case when stale then 'too old to be compared' when promotion then 'promotion' end as remark,
           coalesce(origin, 'crm.competitor_prices') as source, observed_on as dated_on
    from alternatives
    where competitor_id is not null
    union all
    select 'product', product_id, 'price', 'price of an alternative', competitor_product_id,
           cast(competitor_price as double), 'project currency',
           case when stale then 'too old to be compared' when promotion then 'promotion' end,
           coalesce(origin, 'crm.competitor_prices'), observed_on
    from alternatives
    where product_id is not null
    union all
    select 'product', product_id, 'price', 'own price', null, cast(max(own_price) as double), 'project currency', null,
           'forecast.price_versions', :as_of
    from mart.price_position
    where product_id is not null and own_price is not null
    group by product_id
    union all
    select 'product', product_id, 'sales', 'sales of the past year', null, sum(sales_weight), 'project currency', null,
           'mart.sales_lines', :as_of
    from mart.price_position
    where product_id is not null
    group by product_id
    union all
    select 'competitor', competitor_id, if(promotion, 'promotion', 'change'),
           if(promotion, 'price in a promotion', 'price changed to'), competitor_product_id, cast(price as double),
           'project currency', remark, coalesce(origin, 'crm.competitor_prices'), valid_from
    from moves
    where competitor_id is not null and (promotion or price <> price_before)
    union all
    select 'product', product_id, 'change', 'price changed to', null, cast(price as double), 'project currency', remark,
           origin, valid_from
    from moves
    where competitor_product_id is null and price <> price_before
    union all
    select 'product', product_id, 'promotion', 'discount', promotion_id, discount_rate, 'fraction',
           concat('until ', ends_on), 'crm.promotions', starts_on
    from crm.promotions
    where starts_on <= :as_of and ends_on > add_months(:as_of, -12)
    union all
    select 'competitor', d.competitor_id, 'deals', k.fact, null,
           case k.fact when 'won in the past year' then cast(d.won_count as double)
                       when 'lost in the past year' then cast(d.lost_count as double)
                       when 'open' then cast(d.open_count as double)
                       else cast(d.open_amount as double) end,
           k.unit, null, 'mart.closed_by_competitor', :as_of
    from deals d
    cross join (values ('won in the past year', 'opportunities'), ('lost in the past year', 'opportunities'),
                       ('open', 'opportunities'), ('open amount', 'project currency')) as k (fact, unit)
    union all
    select if(competitor_id is null, 'product', 'competitor'), coalesce(competitor_id, product_id), 'research', fact,
           research_fact_id, value, unit, remark, source, dated_on
    from crm.research_facts
    where coalesce(competitor_id, product_id) is not null and dated_on <= :as_of
)
select subject, subject_key, topic, fact, about, value, unit, remark, source, dated_on,
       datediff(:as_of, dated_on) as age_days
from facts
