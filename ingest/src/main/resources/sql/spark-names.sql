-- What Spark SQL calls otherwise than DuckDB, as far as SQL models use it.
create macro if(condition, yes, no) as case when condition then yes else no end;
create macro datediff(ending, beginning) as date_diff('day', cast(beginning as date), cast(ending as date));
create macro trunc(day, unit) as
    cast(date_trunc(case unit when 'MM' then 'month' when 'QUARTER' then 'quarter' when 'YEAR' then 'year'
                    when 'WEEK' then 'week' end, cast(day as date)) as date);
create macro add_months(day, months) as cast(cast(day as date) + to_months(cast(months as integer)) as date);
create macro date_add(day, days) as cast(cast(day as date) + to_days(cast(days as integer)) as date);
create macro date_sub(day, days) as cast(cast(day as date) - to_days(cast(days as integer)) as date);
create macro unix_timestamp(moment) as cast(floor(epoch(moment)) as bigint);
create macro try_divide(numerator, denominator) as numerator / nullif(denominator, 0);
create macro count_if(condition) as count(case when condition then 1 end);
