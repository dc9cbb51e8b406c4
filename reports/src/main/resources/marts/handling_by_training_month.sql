-- Handling times by the month in which the request arrived, counted from the agent's first training.
-- A description, not an effect: agents, months and kinds of request differ from row to row. Among the resolved alone.
-- Times below a minute count as a minute, because the logarithm of nothing does not exist.
--
-- grain:   months_since_training
-- inputs:  mart.request_handling
-- columns:
--   months_since_training       [months] 0 in the month of the training, negative before it; empty for agents never trained
--   handled_count               [requests] resolved requests
--   agent_count                 [persons] agents who handled them; does not add up
--   log_handling_hours          [log hours] sum of the natural logarithms of the hours to resolution
--   log_handling_hours_squares  [log hours squared] sum of their squares
with resolved as (
    select *, ln(greatest(handling_hours, 1 / 60)) as log_hours
    from mart.request_handling
    where resolved_month is not null and handling_hours is not null
)
select months_since_training,
       count(*)                    as handled_count,
       count(distinct agent_id)    as agent_count,
       sum(log_hours)              as log_handling_hours,
       sum(log_hours * log_hours)  as log_handling_hours_squares
from resolved
group by months_since_training
