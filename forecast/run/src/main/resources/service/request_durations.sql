-- One row per group of requests, clock, way of ending and length: how many requests took so long.
-- Requests that arrived from :first_month on. Lengths have three digits and two decimals at most, which is all that a
-- quantile needs and lets millions of requests be few rows. While open the length is that so far, and the ending empty.
--
-- grain:   grouping, member, clock, unit, ending, hours
-- inputs:  forecast.request_times
-- columns:
--   grouping       total, team, channel, priority, category or month (of arrival)
--   member         id or name of the member; empty for the total
--   clock          first-response, handling, or promise: handling without pauses
--   unit           elapsed or working
--   ending         resolved, auto-closed or cancelled; of first-response answered or ended; empty while it goes on
--   hours          [hours] length
--   request_count  [requests] so many
with recent as (
    select *, if(ending = 'open', '', ending) as ended_as
    from forecast.request_times
    where opened_month >= :first_month and handling_hours is not null
),
timed as (
    select r.*,
           c.clock,
           c.unit,
           case c.clock || ' ' || c.unit
               when 'first-response elapsed' then coalesce(first_response_hours, handling_hours)
               when 'first-response working' then coalesce(first_response_working_hours, handling_working_hours)
               when 'handling elapsed' then handling_hours
               when 'handling working' then handling_working_hours
               when 'promise elapsed' then clock_hours
               else clock_working_hours
           end                                                                       as hours,
           if(c.clock <> 'first-response', ended_as,
              if(first_response_hours is null, if(censored, '', 'ended'), 'answered'))  as clock_ending
    from recent r
    cross join (values ('first-response', 'elapsed'), ('first-response', 'working'), ('handling', 'elapsed'),
                       ('handling', 'working'), ('promise', 'elapsed'), ('promise', 'working')) as c (clock, unit)
),
grouped as (
    select g.name as group_name,
           coalesce(case g.name when 'team' then team_id when 'channel' then channel when 'priority' then priority
                                when 'category' then category when 'month' then cast(opened_month as string) end, '')
                                                                                     as member,
           clock,
           unit,
           clock_ending,
           hours
    from timed
    cross join (values ('total'), ('team'), ('channel'), ('priority'), ('category'), ('month')) as g (name)
)
select group_name     as grouping,
       member,
       clock,
       unit,
       clock_ending   as ending,
       case
           when hours < 10 then round(hours, 2)
           when hours < 100 then round(hours, 1)
           when hours < 1000 then round(hours)
           else round(hours, -1)
       end            as hours,
       count(*)       as request_count
from grouped
group by 1, 2, 3, 4, 5, 6
