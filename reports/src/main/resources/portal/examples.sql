-- What is booked in each month?
select month, sum(won_amount) as won_amount, sum(won_count) as won_count
from mart.bookings_by_month
group by month
order by month

-- How did each region do in the last twelve months, beside the twelve before?
select region,
       sum(won_amount) filter (where month > newest - interval 12 months)  as won_amount,
       sum(won_amount) filter (where month <= newest - interval 12 months
                                 and month > newest - interval 24 months)  as won_amount_before
from mart.bookings_by_month
cross join (select max(month) as newest from mart.bookings_by_month)
group by region
order by won_amount desc nulls last

-- Which campaigns bring wins, and what did each win cost?
select c.name, r.cost, r.lead_count, r.won_count, r.won_amount,
       round(r.cost / nullif(r.won_count, 0), 2) as cost_per_win
from mart.campaign_results r
join crm.campaigns c using (campaign_id)
where r.touch = 'first'
order by r.won_amount desc nulls last

-- How many leads of each month were won within a year?
select created_month, sum(watched_365_count) as lead_count, sum(won_within_365_count) as won_count,
       round(sum(won_within_365_count) / sum(watched_365_count), 3) as won_rate
from mart.leads_by_cohort
where watched_365_count > 0
group by created_month
order by created_month

-- Which sources of leads turn into customers?
select source, sum(lead_count) as lead_count, sum(converted_count) as converted_count,
       sum(won_count) as won_count, round(sum(won_count) / sum(lead_count), 3) as won_rate
from mart.leads_by_cohort
group by source
order by won_rate desc

-- Who wins more, beyond chance?
select member as region, won_count, closed_count, shrunk_rate, low, high
from forecast.win_rates
where dimension = 'region'
order by shrunk_rate desc

-- Which open deals are stuck, with what at risk?
select opportunity_name, region, stage, amount, stage_days, overdue_days, stuck_reason
from mart.open_opportunities
where stuck
order by amount desc

-- What will the months to come bring?
select month, mean, lower_80, upper_80
from forecast.series_forecasts
where measure = 'bookings' and scope = 'total'
order by month

-- Which large customers have gone silent?
select a.name, s.segment, s.amount, s.silent_days, s.norm_days
from mart.customer_scorecard s
join crm.accounts a using (account_id)
where s.is_silent
order by s.amount desc nulls last

-- Where are we dearer than rivals?
select p.name as product, c.name as competitor, o.own_price, o.competitor_price, o.gap_rate, o.observed_on
from mart.price_position o
join crm.products p using (product_id)
join crm.competitors c using (competitor_id)
where o.compared and o.gap_rate > 0
order by o.gap_rate desc

-- Why do we lose?
select reason, sum(lost_count) as lost_count
from forecast.lost_reasons
group by reason
order by lost_count desc

-- How long does service take, by category, in working hours?
select category, count(*) as request_count, median(handling_working_hours) as median_hours,
       quantile_cont(handling_working_hours, 0.9) as hours_of_nine_in_ten
from mart.request_handling
where handling_working_hours is not null
group by category
order by median_hours desc

-- How complete are the tables tonight?
select "table", sum(filled_count) as filled_count, sum(cell_count) as cell_count,
       round(sum(filled_count) / sum(cell_count), 3) as filled_rate
from quality.scores
where night = (select max(night) from quality.scores) and scope_kind = 'table'
group by "table"
order by filled_rate
