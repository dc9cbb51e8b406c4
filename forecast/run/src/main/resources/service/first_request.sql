-- When the first request arrived, of those that had by the end of :as_of; no row where there is none.
--
-- grain:   opened_at
-- inputs:  crm.requests
-- columns:
--   opened_at  when it was opened
select min(opened_at) as opened_at
from crm.requests
where opened_at < :as_of_end
having min(opened_at) is not null
