-- A small company that sells in three currencies. EspoCRM's base currency is USD; the night is that of 2024-06-30.

insert into `user` (id, user_name, type, password, first_name, last_name, is_active, title, default_team_id, created_at, deleted) values
('system', 'system', 'system', null, null, 'System', 1, null, null, '2023-01-02 08:00:00', 0),
('u-ann', 'ann', 'regular', '$6$secret', 'Ann', 'Able', 1, 'Seller', 't-north', '2023-02-01 08:00:00', 0),
('u-bob', 'bob', 'regular', '$6$secret', 'Bob', 'Baker', 1, null, 't-old', '2023-02-01 08:00:00', 1);
insert into team (id, name, deleted) values ('t-north', 'North', 0), ('t-south', 'South', 0), ('t-old', 'Old', 1);
insert into entity_team (entity_id, team_id, entity_type, deleted) values
('opp-01', 't-south', 'Opportunity', 0), ('opp-01', 't-north', 'Opportunity', 1),
('opp-02', 't-south', 'Opportunity', 0), ('opp-02', 't-north', 'Opportunity', 0), ('case-1', 't-south', 'Case', 0);

-- Dollars for one unit.
insert into currency (id, rate) values ('USD', 1), ('EUR', 1.25), ('GBP', 1.5), ('CZK', 0.05);
insert into currency_record (id, code, deleted) values ('cr-eur', 'EUR', 0), ('cr-gbp', 'GBP', 0), ('cr-chf', 'CHF', 1);
insert into currency_record_rate (id, record_id, base_code, date, rate, deleted) values
('rr-1', 'cr-eur', 'USD', '2024-01-01', 1.00, 0),
('rr-2', 'cr-eur', 'USD', '2024-06-28', 1.25, 0),
('rr-3', 'cr-gbp', 'USD', '2024-01-01', 1.20, 0),
('rr-4', 'cr-gbp', 'USD', '2024-06-28', 1.50, 0),
('rr-5', 'cr-chf', 'USD', '2024-06-28', 1.10, 0),
('rr-6', 'cr-gbp', 'USD', '2023-12-01', 1.10, 0);

insert into account (id, name, type, industry, billing_address_country, assigned_user_id, created_at, modified_at, deleted) values
('acc-a', 'Alpha', 'Customer', 'Banking', 'Slovakia', 'u-ann', '2023-05-01 08:00:00', '2023-05-01 08:00:00', 0),
('acc-b', 'Beta', null, null, null, null, '2023-05-02 08:00:00', '2023-05-02 08:00:00', 0),
('acc-c', 'Gamma', null, null, null, null, '2023-05-03 08:00:00', '2023-06-02 08:00:00', 1);
insert into contact (id, first_name, last_name, account_id, created_at, modified_at, deleted) values
('con-1', 'Eva', 'Edge', 'acc-a', '2023-06-01 08:00:00', '2023-06-01 08:00:00', 0),
('con-2', null, 'Fox', 'acc-c', '2023-06-02 08:00:00', '2023-06-02 08:00:00', 0);
insert into email_address (id, name, lower, deleted) values ('ea-1', 'Eva@Alpha.example', 'eva@alpha.example', 0), ('ea-2', 'old@alpha.example', 'old@alpha.example', 0);
insert into entity_email_address (entity_id, email_address_id, entity_type, `primary`, deleted) values
('con-1', 'ea-1', 'Contact', 1, 0), ('con-1', 'ea-2', 'Contact', 0, 0), ('u-ann', 'ea-2', 'User', 1, 1);
insert into campaign (id, name, type, start_date, end_date, created_at, modified_at, deleted) values
('cam-1', 'Spring', 'Email', '2024-03-01', '2024-03-31', '2024-02-01 08:00:00', '2024-02-01 08:00:00', 0),
('cam-2', 'Dropped', 'Email', null, null, '2024-02-01 08:00:00', '2024-02-01 08:00:00', 1);

insert into opportunity (id, name, amount, amount_currency, stage, last_stage, probability, close_date, lead_source, account_id, campaign_id, assigned_user_id, created_by_id, created_at, modified_at, deleted) values
-- Won, with a full stream; the closing changed the promised date into the actual one.
('opp-01', 'Alpha: servers', 1000, 'USD', 'Closed Won', 'Negotiation', 100, '2024-02-20', 'Web Site', 'acc-a', 'cam-1', 'u-ann', 'u-ann', '2024-01-05 08:00:00', '2024-06-01 08:00:00', 0),
-- Won in euros, without a stream.
('opp-02', 'Alpha: licences', 500, 'EUR', 'Closed Won', 'Closed Won', 100, '2024-03-15', null, 'acc-a', null, 'u-ann', 'u-ann', '2024-03-01 09:00:00', '2024-03-01 09:00:00', 0),
-- Lost in pounds; the account was deleted.
('opp-03', 'Gamma: support', 800, 'GBP', 'Closed Lost', 'Proposal', 0, '2024-04-02', null, 'acc-c', null, 'u-bob', 'u-bob', '2024-01-05 08:00:00', '2024-04-02 10:00:00', 0),
('opp-04', 'Mistake', 99999, 'USD', 'Closed Won', null, 100, '2024-02-01', null, 'acc-a', null, 'u-ann', 'u-ann', '2024-01-06 08:00:00', '2024-01-07 08:00:00', 1),
-- A stage of the company's own, in a currency that has a present rate only.
('opp-05', 'Beta: pilot', 1000, 'CZK', 'Pilot', 'Pilot', 55, '2024-09-01', null, 'acc-b', null, 'u-ann', 'u-ann', '2024-01-09 08:00:00', '2024-01-09 08:00:00', 0),
-- Won after the night: open in it, with the amount, date and probability of that time.
('opp-06', 'Beta: racks', 2500, 'USD', 'Closed Won', 'Negotiation', 100, '2024-07-05', null, 'acc-b', null, 'u-ann', 'u-ann', '2024-02-01 08:00:00', '2024-07-05 15:00:00', 0),
-- Lost, reopened, won.
('opp-07', 'Beta: cloud', 400, 'EUR', 'Closed Won', 'Qualification', 100, '2024-05-20', null, 'acc-b', null, 'u-ann', 'u-ann', '2024-01-10 08:00:00', '2024-05-20 16:00:00', 0),
-- Won, reopened, open since.
('opp-08', 'Beta: backup', 600, 'EUR', 'Negotiation', 'Closed Won', 80, '2024-07-15', null, 'acc-b', null, 'u-ann', 'u-ann', '2024-01-11 08:00:00', '2024-02-03 11:00:00', 0),
-- Imported long after it was won.
('opp-09', 'Beta: history', 700, 'EUR', 'Closed Won', 'Closed Won', 100, '2023-11-30', null, 'acc-b', null, 'u-ann', 'u-ann', '2024-05-02 08:00:00', '2024-05-02 08:00:00', 0),
-- Entered as won with a close date still to come.
('opp-10', 'Beta: early', 60, 'EUR', 'Closed Won', 'Closed Won', 100, '2024-09-30', null, 'acc-b', null, 'u-ann', 'u-ann', '2024-06-10 08:00:00', '2024-06-12 09:00:00', 0),
-- Two stages within one second.
('opp-11', 'Beta: quick', 70, 'EUR', 'Closed Lost', 'Qualification', 0, '2024-05-05', null, 'acc-b', null, 'u-ann', 'u-ann', '2024-05-01 08:00:00', '2024-05-05 12:00:00', 0),
('opp-12', 'Beta: tomorrow', 80, 'EUR', 'Prospecting', 'Prospecting', 10, '2024-12-01', null, 'acc-b', null, 'u-ann', 'u-ann', '2024-07-01 08:00:00', '2024-07-01 08:00:00', 0),
-- The stage is audited as a field; there is no note of its creation.
('opp-13', 'Beta: audited', 90, 'EUR', 'Proposal', 'Proposal', 50, '2024-12-01', null, 'acc-b', null, 'u-ann', 'u-ann', '2024-06-01 10:00:00', '2024-06-02 10:00:00', 0),
-- Entered as lost on its close date; worth nothing in no currency.
('opp-14', 'Beta: gift', 0, null, 'Closed Lost', 'Closed Lost', 0, '2024-06-03', null, null, null, null, null, '2024-06-03 10:00:00', '2024-06-03 10:00:00', 0),
('opp-15', 'Beta: open', 10, 'EUR', 'Qualification', 'Qualification', null, null, null, 'acc-b', null, 'u-ann', 'u-ann', '2024-06-04 10:00:00', '2024-06-04 10:00:00', 0);

insert into note (id, number, parent_type, parent_id, type, data, created_by_id, created_at, modified_at, deleted) values
('n-01', 1, 'Opportunity', 'opp-01', 'Create', '{"assignedUserId":"u-ann","assignedUserName":"Ann Able","statusValue":"Prospecting","statusField":"stage","statusStyle":"default"}', 'u-ann', '2024-01-05 08:00:00', '2024-01-05 08:00:00', 0),
('n-02', 2, 'Opportunity', 'opp-01', 'Status', '{"field":"stage","value":"Negotiation","style":"warning"}', 'u-ann', '2024-01-10 09:00:00', '2024-01-10 09:00:00', 0),
('n-03', 3, 'Opportunity', 'opp-01', 'Update', '{"fields":["amount"],"attributes":{"was":{"amount":1200,"amountCurrency":"USD"},"became":{"amount":1000,"amountCurrency":"USD"}}}', 'u-ann', '2024-02-01 09:00:00', '2024-02-01 09:00:00', 0),
('n-04', 4, 'Opportunity', 'opp-01', 'Status', '{"field":"stage","value":"Closed Won","style":"success"}', 'u-ann', '2024-02-20 14:30:00', '2024-02-20 14:30:00', 0),
('n-05', 5, 'Opportunity', 'opp-01', 'Update', '{"fields":["closeDate"],"attributes":{"was":{"closeDate":"2024-03-31"},"became":{"closeDate":"2024-02-20"}}}', 'u-ann', '2024-02-20 14:30:00', '2024-02-20 14:30:00', 0),
('n-06', 6, 'Opportunity', 'opp-01', 'Assign', '{"assignedUserId":"u-bob","assignedUserName":"Bob"}', 'u-ann', '2024-03-01 09:00:00', '2024-03-01 09:00:00', 0),
('n-07', 7, 'Opportunity', 'opp-01', 'Assign', '{"assignedUserId":"u-ann","assignedUserName":"Ann"}', 'u-ann', '2024-03-02 09:00:00', '2024-03-02 09:00:00', 0),
('n-08', 8, 'Opportunity', 'opp-01', 'Post', null, 'u-ann', '2024-03-03 09:00:00', '2024-03-03 09:00:00', 0),
('n-09', 9, 'Opportunity', 'opp-03', 'Create', '{"statusValue":"Proposal","statusField":"stage"}', 'u-bob', '2024-01-05 08:00:00', '2024-01-05 08:00:00', 0),
('n-10', 10, 'Opportunity', 'opp-03', 'Status', '{"field":"stage","value":"Closed Lost"}', 'u-bob', '2024-04-02 10:00:00', '2024-04-02 10:00:00', 0),
('n-11', 11, 'Opportunity', 'opp-04', 'Create', '{"statusValue":"Closed Won","statusField":"stage"}', 'u-ann', '2024-01-06 08:00:00', '2024-01-06 08:00:00', 0),
('n-12', 12, 'Opportunity', 'opp-06', 'Create', '{"statusValue":"Prospecting","statusField":"stage"}', 'u-ann', '2024-02-01 08:00:00', '2024-02-01 08:00:00', 0),
('n-13', 13, 'Opportunity', 'opp-06', 'Status', '{"field":"stage","value":"Negotiation"}', 'u-ann', '2024-06-01 09:00:00', '2024-06-01 09:00:00', 0),
('n-14', 14, 'Opportunity', 'opp-06', 'Status', '{"field":"stage","value":"Closed Won"}', 'u-ann', '2024-07-05 15:00:00', '2024-07-05 15:00:00', 0),
('n-15', 15, 'Opportunity', 'opp-06', 'Update', '{"fields":["amount","closeDate","probability"],"attributes":{"was":{"amount":2000,"amountCurrency":"EUR","closeDate":"2024-08-15","probability":80},"became":{"amount":2500,"amountCurrency":"USD","closeDate":"2024-07-05","probability":100}}}', 'u-ann', '2024-07-05 15:00:00', '2024-07-05 15:00:00', 0),
('n-16', 16, 'Opportunity', 'opp-07', 'Create', '{"statusValue":"Prospecting","statusField":"stage"}', 'u-ann', '2024-01-10 08:00:00', '2024-01-10 08:00:00', 0),
('n-17', 17, 'Opportunity', 'opp-07', 'Status', '{"field":"stage","value":"Closed Lost"}', 'u-ann', '2024-03-01 10:00:00', '2024-03-01 10:00:00', 0),
('n-18', 18, 'Opportunity', 'opp-07', 'Status', '{"field":"stage","value":"Qualification"}', 'u-ann', '2024-03-10 10:00:00', '2024-03-10 10:00:00', 0),
('n-19', 19, 'Opportunity', 'opp-07', 'Status', '{"field":"stage","value":"Closed Won"}', 'u-ann', '2024-05-20 16:00:00', '2024-05-20 16:00:00', 0),
('n-20', 20, 'Opportunity', 'opp-08', 'Create', '{"statusValue":"Negotiation","statusField":"stage"}', 'u-ann', '2024-01-11 08:00:00', '2024-01-11 08:00:00', 0),
('n-21', 21, 'Opportunity', 'opp-08', 'Status', '{"field":"stage","value":"Closed Won"}', 'u-ann', '2024-02-01 11:00:00', '2024-02-01 11:00:00', 0),
('n-22', 22, 'Opportunity', 'opp-08', 'Status', '{"field":"stage","value":"Negotiation"}', 'u-ann', '2024-02-03 11:00:00', '2024-02-03 11:00:00', 0),
('n-23', 23, 'Opportunity', 'opp-09', 'Create', '{"statusValue":"Closed Won","statusField":"stage"}', 'u-ann', '2024-05-02 08:00:00', '2024-05-02 08:00:00', 0),
('n-24', 24, 'Opportunity', 'opp-11', 'Create', '{"statusValue":"Prospecting","statusField":"stage"}', 'u-ann', '2024-05-01 08:00:00', '2024-05-01 08:00:00', 0),
('n-25', 25, 'Opportunity', 'opp-11', 'Status', '{"field":"stage","value":"Qualification"}', 'u-ann', '2024-05-05 12:00:00', '2024-05-05 12:00:00', 0),
('n-26', 26, 'Opportunity', 'opp-11', 'Status', '{"field":"stage","value":"Closed Lost"}', 'u-ann', '2024-05-05 12:00:00', '2024-05-05 12:00:00', 0),
('n-27', 27, 'Opportunity', 'opp-13', 'Update', '{"fields":["stage"],"attributes":{"was":{"stage":"Qualification"},"became":{"stage":"Proposal"}}}', 'u-ann', '2024-06-02 10:00:00', '2024-06-02 10:00:00', 0),
('n-28', 28, 'Opportunity', 'opp-13', 'Status', '{"field":"stage","value":"Closed Won"}', 'u-ann', '2024-06-02 11:00:00', '2024-06-02 11:00:00', 1),
('n-29', 29, 'Opportunity', 'opp-15', 'Create', '{"assignedUserId":"u-ann"}', 'u-ann', '2024-06-04 10:00:00', '2024-06-04 10:00:00', 0),
('n-31', 31, 'Case', 'case-1', 'Create', '{"statusValue":"New","statusField":"status"}', 'u-ann', '2024-03-01 08:00:00', '2024-03-01 08:00:00', 0),
('n-32', 32, 'Case', 'case-1', 'EmailReceived', '{"emailId":"e-1"}', 'system', '2024-03-01 09:00:00', '2024-03-01 09:00:00', 0),
('n-33', 33, 'Case', 'case-1', 'EmailSent', '{"emailId":"e-2"}', 'u-ann', '2024-03-01 11:00:00', '2024-03-01 11:00:00', 0),
('n-34', 34, 'Case', 'case-1', 'Status', '{"field":"status","value":"Closed"}', 'u-ann', '2024-03-02 10:00:00', '2024-03-02 10:00:00', 0),
('n-35', 35, 'Case', 'case-1', 'Status', '{"field":"status","value":"Assigned"}', 'u-ann', '2024-03-03 10:00:00', '2024-03-03 10:00:00', 0),
('n-36', 36, 'Case', 'case-1', 'Status', '{"field":"status","value":"Closed"}', 'u-ann', '2024-03-05 10:00:00', '2024-03-05 10:00:00', 0),
('n-37', 37, 'Case', 'case-1', 'Status', '{"field":"status","value":"Duplicate"}', 'u-ann', '2024-03-06 10:00:00', '2024-03-06 10:00:00', 0),
('n-38', 38, 'Case', 'case-3', 'Status', '{"field":"status","value":"Closed"}', 'u-ann', '2024-07-02 10:00:00', '2024-07-02 10:00:00', 0),
('n-39', 39, 'Case', 'case-3', 'Create', '{"statusValue":"Pending","statusField":"status"}', 'u-ann', '2024-06-20 08:00:00', '2024-06-20 08:00:00', 0),
('n-40', 40, 'Case', 'case-3', 'Update', '{"fields":["priority","type"],"attributes":{"was":{"priority":"Low","type":""},"became":{"priority":"High","type":"Incident"}}}', 'u-ann', '2024-06-21 08:00:00', '2024-06-21 08:00:00', 0);

insert into `case` (id, name, number, status, priority, type, account_id, inbound_email_id, assigned_user_id, created_by_id, created_at, modified_at, deleted) values
('case-1', 'Screen dark', 1, 'Duplicate', 'High', 'Incident', 'acc-a', 'ie-1', 'u-ann', 'u-ann', '2024-03-01 08:00:00', '2024-06-01 08:00:00', 0),
('case-2', 'Imported', 2, 'Rejected', 'Low', null, 'acc-c', null, 'u-bob', 'u-ann', '2024-04-01 08:00:00', '2024-04-04 08:00:00', 0),
('case-3', 'Closed after the night', 3, 'Closed', 'High', 'Incident', 'acc-b', null, 'u-ann', 'u-ann', '2024-06-20 08:00:00', '2024-07-02 10:00:00', 0),
('case-4', 'Deleted', 4, 'Closed', 'Low', null, null, null, null, 'u-ann', '2024-04-01 08:00:00', '2024-04-04 08:00:00', 1);

insert into `lead` (id, status, source, campaign_id, created_opportunity_id, converted_at, assigned_user_id, last_name, created_at, modified_at, deleted) values
('lead-1', 'New', 'Web Site', 'cam-1', null, null, 'u-ann', 'Lane', '2024-01-01 08:00:00', '2024-01-01 08:00:00', 0),
('lead-2', 'Converted', null, null, 'opp-01', '2024-01-05 07:59:00', 'u-ann', 'Long', '2024-01-01 08:00:00', '2024-06-01 08:00:00', 0),
('lead-3', 'Converted', null, null, 'opp-04', null, 'u-ann', 'Loss', '2024-01-01 08:00:00', '2024-01-09 08:00:00', 0);

insert into `call` (id, name, status, date_start, date_end, parent_type, parent_id, account_id, assigned_user_id, created_at, modified_at, deleted) values
('call-1', 'Intro', 'Held', '2024-01-06 09:00:00', '2024-01-06 10:15:00', 'Opportunity', 'opp-01', 'acc-a', 'u-ann', '2024-01-05 09:00:00', '2024-01-06 10:15:00', 0);
insert into meeting (id, name, status, date_start, date_end, parent_type, parent_id, account_id, assigned_user_id, created_at, modified_at, deleted) values
('meet-1', 'Plan', 'Not Held', '2024-05-06 09:00:00', '2024-05-06 11:00:00', 'Account', 'acc-b', null, 'u-ann', '2024-05-05 09:00:00', '2024-05-06 10:15:00', 0),
('meet-2', 'Deleted', 'Held', '2024-05-06 09:00:00', '2024-05-06 11:00:00', 'Account', 'acc-b', null, 'u-ann', '2024-05-05 09:00:00', '2024-05-06 10:15:00', 1);
insert into task (id, name, status, date_end, date_completed, parent_type, parent_id, assigned_user_id, created_at, modified_at, deleted) values
('task-1', 'Send list', 'Completed', '2024-01-20 09:00:00', '2024-01-19 16:00:00', 'Opportunity', 'opp-05', 'u-ann', '2024-01-15 09:00:00', '2024-01-25 16:00:00', 0),
('task-2', 'Tomorrow', 'Not Started', null, null, null, null, 'u-ann', '2024-07-15 09:00:00', '2024-07-15 09:00:00', 0);
insert into email (id, name, body, status, date_sent, parent_type, parent_id, account_id, assigned_user_id, created_at, modified_at, deleted) values
('mail-1', 'Offer', 'private', 'Sent', '2024-01-20 08:05:00', 'Opportunity', 'opp-01', 'acc-a', 'u-ann', '2024-01-20 08:05:01', '2024-01-20 08:05:01', 0);
