-- One row per publisher, series, day of publication and month.
select f.publisher,
       f.series,
       f.published_on,
       f.month_start                       as period,
       cast(f.index_value as double)       as value,
       f.unit,
       f._source_file,
       f._source_line,
       if(f.deleted, 'soft-deleted', null) as _filter
from market_forecast f
