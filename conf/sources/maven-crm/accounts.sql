-- One row per line of accounts.csv. Two misspellings of the publisher are put right.
select account                                                           as account_id,
       account                                                           as name,
       if(sector = 'technolgy', 'technology', sector)                    as industry,
       if(office_location = 'Philipines', 'Philippines', office_location) as country,
       revenue                                                           as annual_revenue,
       employees,
       subsidiary_of                                                     as parent_account_id,
       if(sector = 'technolgy' or office_location = 'Philipines', 'spelling', null) as _repair,
       _source_file,
       _source_line
from accounts
