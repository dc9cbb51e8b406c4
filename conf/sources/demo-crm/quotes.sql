-- One row per revision of an offer; an earlier revision expires when the next is sent.
select q.id                 as quote_id,
       q.opportunity_id     as opportunity_id,
       q.revision           as revision,
       case q.status_key
           when 'SNT' then 'sent'
           when 'ACC' then 'accepted'
           when 'REJ' then 'rejected'
           when 'EXP' then 'expired'
           else q.status_key
       end                  as status,
       q.total_base         as amount,
       q.list_total_base    as list_amount,
       q.sent_at            as sent_at,
       q.decided_at         as decided_at,
       q._source_file,
       q._source_line,
       if(q.deleted, 'soft-deleted', null) as _filter
from quote q
