-- One row per change of a request until the end of :as_of.
--
-- grain:   request_id, changed_at, field
-- inputs:  crm.request_changes
-- columns:
--   request_id  [requests] request
--   changed_at  when it changed
--   field       which column of requests changed
--   old_value   value before
--   new_value   value after
select request_id, changed_at, field, old_value, new_value
from crm.request_changes
where changed_at < :as_of_end
