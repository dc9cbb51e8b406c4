-- One row: all deals closed in twelve months for products whose price position is known.
with position as (
    select product_id, avg(gap_log) > 0 as dearer
    from mart.price_position
    where compared
    group by product_id
), closed as (
    select outcome = 'won' as won, dearer
    from mart.opportunities_as_of
    join position using (product_id)
    where outcome in ('won', 'lost') and close_date > :as_of - interval 12 months and close_date <= :as_of
)
select 'All regions'                                                             as region,
       :as_of                                                                    as last_date,
       count(*)                                                                  as closed_count,
       count(*) filter (won)                                                     as won_count,
       count(*) filter (not won)                                                 as lost_count,
       count(*) filter (won) / nullif(count(*), 0)                               as won_rate,
       count(*)                                                                  as won_rate_n,
       count(*) filter (won and dearer) / nullif(count(*) filter (dearer), 0)    as dearer_rate,
       count(*) filter (dearer)                                                  as dearer_rate_n,
       count(*) filter (won and not dearer) / nullif(count(*) filter (not dearer), 0) as cheaper_rate,
       count(*) filter (not dearer)                                              as cheaper_rate_n
from closed
