-- A small company that sells in three currencies. Base currency USD; the night is that of 2024-06-30.

insert into users (id, user_name, user_hash, first_name, last_name, title, status, employee_status, is_admin, reports_to_id, date_entered, date_modified, deleted) values
('1', 'admin', '$2y$10$secret', null, null, null, 'Active', 'Active', 1, null, '2023-01-02 08:00:00', '2023-01-02 08:00:00', 0),
('u-ann', 'ann', '$2y$10$secret', 'Ann', 'Able', 'Head of sales', 'Active', 'Active', 0, null, '2023-02-01 08:00:00', '2023-02-01 08:00:00', 0),
('u-bob', 'bob', '$2y$10$secret', 'Bob', 'Baker', 'Seller', 'Inactive', 'Terminated', 0, 'u-ann', '2023-02-01 08:00:00', '2024-01-31 08:00:00', 1),
('u-cyd', 'cyd', '$2y$10$secret', 'Cyd', 'Clark', 'Agent', 'Active', 'Active', 0, 'u-ann', '2023-03-01 08:00:00', '2023-03-01 08:00:00', 0);

insert into securitygroups (id, name, date_entered, date_modified, deleted) values
('g-north', 'North', '2023-01-02 08:00:00', '2023-01-02 08:00:00', 0),
('g-south', 'South', '2023-01-02 08:00:00', '2023-01-02 08:00:00', 0),
('g-old', 'Old', '2023-01-02 08:00:00', '2023-06-02 08:00:00', 1);

insert into securitygroups_users (id, securitygroup_id, user_id, primary_group, date_modified, deleted) values
('gu-1', 'g-north', 'u-ann', 0, '2023-02-01 08:00:00', 0),
('gu-2', 'g-south', 'u-ann', 1, '2023-02-01 08:00:00', 0),
('gu-3', 'g-north', 'u-cyd', 0, '2023-03-01 08:00:00', 0),
('gu-4', 'g-south', 'u-cyd', 0, '2023-03-02 08:00:00', 1),
('gu-5', 'g-north', '1', 0, '2023-03-01 08:00:00', 0),
('gu-6', 'g-south', '1', 0, '2023-03-01 08:00:00', 0);

insert into securitygroups_records (id, securitygroup_id, record_id, module, date_modified, deleted) values
('gr-1', 'g-north', 'opp-01', 'Opportunities', '2024-01-05 08:00:00', 0),
('gr-2', 'g-north', 'opp-02', 'Opportunities', '2024-03-01 08:00:00', 0),
('gr-3', 'g-south', 'opp-02', 'Opportunities', '2024-03-01 08:00:00', 0),
('gr-4', 'g-north', 'opp-03', 'Opportunities', '2024-01-05 08:00:00', 0),
('gr-5', 'g-south', 'opp-03', 'Opportunities', '2024-01-05 08:00:00', 1),
('gr-6', 'g-old', 'opp-03', 'Opportunities', '2024-01-05 08:00:00', 0),
('gr-7', 'g-south', 'case-1', 'Cases', '2024-03-01 08:00:00', 0);

insert into acl_roles (id, name, date_modified, deleted) values ('r-1', 'Sales', '2023-01-02 08:00:00', 0);
insert into acl_roles_users (id, role_id, user_id, date_modified, deleted) values ('ru-1', 'r-1', 'u-ann', '2023-01-02 08:00:00', 0);

-- Units for one dollar. The Swiss franc was deleted, which SuiteCRM reads as: these deals are in dollars.
insert into currencies (id, name, symbol, iso4217, conversion_rate, status, deleted, date_entered, date_modified, created_by) values
('cur-eur', 'Euro', '€', 'EUR', 0.9, 'Active', 0, '2023-01-02 08:00:00', '2024-06-25 08:00:00', '1'),
('cur-gbp', 'Pound', '£', 'gbp', 0.8, 'Active', 0, '2023-01-02 08:00:00', '2024-06-25 08:00:00', '1'),
('cur-chf', 'Franc', 'Fr', 'CHF', 0.95, 'Inactive', 1, '2023-01-02 08:00:00', '2024-02-01 08:00:00', '1'),
('cur-jpy', 'Yen', '¥', 'JPY', 0, 'Active', 0, '2023-01-02 08:00:00', '2024-02-01 08:00:00', '1');

insert into accounts (id, name, account_type, industry, annual_revenue, employees, billing_address_country, parent_id, assigned_user_id, date_entered, date_modified, deleted) values
('acc-a', 'Alpha', 'Customer', 'Banking', '2,500,000', '120', 'Slovakia', null, 'u-ann', '2023-05-01 08:00:00', '2023-05-01 08:00:00', 0),
('acc-b', 'Beta', 'Prospect', 'Energy', 'about 3 million', '10-50', 'Czechia', 'acc-a', 'u-cyd', '2023-05-02 08:00:00', '2023-05-02 08:00:00', 0),
('acc-c', 'Gamma', 'Customer', null, null, null, null, null, null, '2023-05-03 08:00:00', '2024-01-03 08:00:00', 1),
('acc-d', 'Delta', null, null, null, null, null, 'acc-c', null, '2023-05-04 08:00:00', '2023-05-04 08:00:00', 0);

insert into contacts (id, first_name, last_name, title, phone_work, phone_mobile, date_entered, date_modified, deleted) values
('con-1', 'Eva', 'Edge', 'Buyer', '+421 1', null, '2023-06-01 08:00:00', '2023-06-01 08:00:00', 0),
('con-2', null, 'Fox', null, null, '+420 2', '2023-06-02 08:00:00', '2023-06-02 08:00:00', 0),
('con-3', 'Gil', 'Gone', null, null, null, '2023-06-03 08:00:00', '2023-07-03 08:00:00', 1);
insert into accounts_contacts (id, contact_id, account_id, date_modified, deleted) values
('ac-1', 'con-1', 'acc-a', '2023-06-01 08:00:00', 1),
('ac-2', 'con-1', 'acc-b', '2023-05-01 08:00:00', 0),
('ac-3', 'con-2', 'acc-c', '2023-06-02 08:00:00', 0);
insert into email_addresses (id, email_address, email_address_caps, date_modified, deleted) values
('ea-1', 'eva@alpha.example', 'EVA@ALPHA.EXAMPLE', '2023-06-01 08:00:00', 0),
('ea-2', 'old@alpha.example', 'OLD@ALPHA.EXAMPLE', '2023-06-01 08:00:00', 0),
('ea-3', 'ann@own.example', 'ANN@OWN.EXAMPLE', '2023-06-01 08:00:00', 0);
insert into email_addr_bean_rel (id, email_address_id, bean_id, bean_module, primary_address, date_modified, deleted) values
('er-1', 'ea-1', 'con-1', 'Contacts', 1, '2023-06-01 08:00:00', 0),
('er-2', 'ea-2', 'con-1', 'Contacts', 0, '2023-06-01 08:00:00', 0),
('er-3', 'ea-3', 'u-ann', 'Users', 1, '2023-06-01 08:00:00', 0);

insert into campaigns (id, name, campaign_type, actual_cost, currency_id, start_date, end_date, date_entered, date_modified, deleted) values
('cam-1', 'Spring', 'Email', 1000, '-99', '2024-03-01', '2024-03-31', '2024-02-01 08:00:00', '2024-02-01 08:00:00', 0),
('cam-2', 'Fair', 'Telesales', 1000, 'cur-eur', '2024-04-01', null, '2024-02-01 08:00:00', '2024-02-01 08:00:00', 0),
('cam-3', 'Dropped', 'Email', null, '-99', null, null, '2024-02-01 08:00:00', '2024-02-02 08:00:00', 1);

insert into opportunities (id, name, amount, amount_usdollar, currency_id, sales_stage, probability, date_closed, assigned_user_id, lead_source, campaign_id, created_by, date_entered, date_modified, deleted) values
-- Won, with a full history; the closing changed the promised date into the actual one.
('opp-01', 'Alpha: servers ', 1000, 1000, '-99', 'Closed Won', 100, '2024-02-20', 'u-ann', 'Trade Show', 'cam-1', 'u-ann', '2024-01-05 08:00:00', '2024-06-01 08:00:00', 0),
-- Entered as won, in euros, saved when a dollar was worth less; one of two links is deleted.
('opp-02', 'Alpha: licences', 500, 555.555556, 'cur-eur', 'Closed Won', 100, '2024-03-15', 'u-ann', 'Web Site', null, 'u-ann', '2024-03-01 09:00:00', '2024-03-01 09:00:00', 0),
-- Lost, in pounds; two live links, the newer one counts.
('opp-03', 'Beta: support', 800, 1000, 'cur-gbp', 'Closed Lost', 0, '2024-04-02', 'u-ann', null, null, 'u-ann', '2024-01-05 08:00:00', '2024-04-02 10:00:00', 0),
-- Deleted.
('opp-04', 'Mistake', 99999, 99999, '-99', 'Closed Won', 100, '2024-02-01', 'u-ann', null, null, 'u-ann', '2024-01-06 08:00:00', '2024-01-07 08:00:00', 1),
-- Open; the account and the owner were deleted.
('opp-05', 'Gamma: cables', 100, 100, '-99', 'Id. Decision Makers', 40, '2024-08-01', 'u-bob', null, null, 'u-bob', '2024-01-08 08:00:00', '2024-01-08 08:00:00', 0),
-- A stage of the company's own.
('opp-06', 'Beta: pilot', 300, 300, '-99', 'Pilot Running', 55, '2024-09-01', 'u-cyd', null, null, 'u-cyd', '2024-01-09 08:00:00', '2024-01-09 08:00:00', 0),
-- Won after the night: open in it, with the owner, amount, promise and probability of that time.
('opp-07', 'Delta: racks', 2500, 2500, '-99', 'Closed Won', 100, '2024-07-05', 'u-cyd', null, null, 'u-ann', '2024-02-01 08:00:00', '2024-07-05 15:00:00', 0),
-- Lost, reopened, won.
('opp-08', 'Alpha: cloud', 400, 400, '-99', 'Closed Won', 100, '2024-05-20', 'u-ann', null, null, 'u-ann', '2024-01-10 08:00:00', '2024-05-20 16:00:00', 0),
-- Won, reopened, open since.
('opp-09', 'Beta: backup', 600, 600, '-99', 'Negotiation/Review', 80, '2024-07-15', 'u-ann', null, null, 'u-ann', '2024-01-11 08:00:00', '2024-02-03 11:00:00', 0),
-- Never converted; SuiteCRM would do so with the present rate.
('opp-10', 'Beta: training', 400, null, 'cur-gbp', 'Prospecting', 10, '2024-10-01', 'u-ann', null, null, 'u-ann', '2024-01-12 08:00:00', '2024-01-12 08:00:00', 0),
-- In a currency that was deleted.
('opp-11', 'Alpha: watches', 950, 1000, 'cur-chf', 'Qualification', 20, '2024-10-01', 'u-ann', null, null, 'u-ann', '2024-01-13 08:00:00', '2024-01-13 08:00:00', 0),
-- Entered long after it was won.
('opp-12', 'Alpha: history', 700, 700, '-99', 'Closed Won', 100, '2023-11-30', 'u-ann', null, null, 'u-ann', '2024-05-02 08:00:00', '2024-05-02 08:00:00', 0),
-- Entered as lost on its close date.
('opp-13', 'Beta: one day', 50, 50, '-99', 'Closed Lost', 0, '2024-04-10', 'u-ann', null, null, 'u-ann', '2024-04-10 11:00:00', '2024-04-10 11:00:00', 0),
-- Entered as won with a close date still to come.
('opp-14', 'Beta: early', 60, 60, '-99', 'Closed Won', 100, '2024-09-30', 'u-ann', null, null, 'u-ann', '2024-06-10 08:00:00', '2024-06-12 09:00:00', 0),
-- A workflow took it through two stages within one second; one of the audit rows is there twice.
('opp-15', 'Beta: quick', 70, 70, '-99', 'Closed Lost', 0, '2024-05-05', 'u-ann', null, null, 'u-ann', '2024-05-01 08:00:00', '2024-05-05 12:00:00', 0),
-- Entered after the night.
('opp-16', 'Beta: tomorrow', 80, 80, '-99', 'Prospecting', 10, '2024-12-01', 'u-ann', null, null, 'u-ann', '2024-07-01 08:00:00', '2024-07-01 08:00:00', 0),
-- A workflow moved it in the second in which it was entered.
('opp-17', 'Beta: moved', 90, 90, '-99', 'Needs Analysis', 25, '2024-12-01', 'u-ann', null, null, 'u-ann', '2024-06-01 10:00:00', '2024-06-01 10:00:00', 0),
-- No currency, no account.
('opp-18', 'Nobody', 250, 250, null, 'Prospecting', null, '2024-12-01', null, null, null, null, '2024-06-02 10:00:00', '2024-06-02 10:00:00', 0),
-- Worth nothing.
('opp-19', 'Beta: gift', 0, 0, 'cur-gbp', 'Closed Lost', 0, '2024-06-20', 'u-ann', null, null, 'u-ann', '2024-06-03 10:00:00', '2024-06-20 10:00:00', 0);

insert into accounts_opportunities (id, opportunity_id, account_id, date_modified, deleted) values
('ao-01', 'opp-01', 'acc-a', '2024-01-05 08:00:00', 0),
('ao-02', 'opp-02', 'acc-b', '2024-03-02 09:00:00', 1),
('ao-03', 'opp-02', 'acc-a', '2024-03-01 09:00:00', 0),
('ao-04', 'opp-03', 'acc-a', '2024-01-05 08:00:00', 0),
('ao-05', 'opp-03', 'acc-b', '2024-02-01 08:00:00', 0),
('ao-06', 'opp-04', 'acc-a', '2024-01-06 08:00:00', 0),
('ao-07', 'opp-05', 'acc-c', '2024-01-08 08:00:00', 0),
('ao-08', 'opp-06', 'acc-b', '2024-01-09 08:00:00', 0),
('ao-09', 'opp-06', 'acc-b', '2024-01-10 08:00:00', 0),
('ao-10', 'opp-07', 'acc-d', '2024-02-01 08:00:00', 0);

insert into opportunities_audit (id, parent_id, date_created, created_by, field_name, data_type, before_value_string, after_value_string) values
('oa-01', 'opp-01', '2024-01-10 09:00:00', 'u-ann', 'sales_stage', 'enum', 'Prospecting', 'Qualification'),
('oa-02', 'opp-01', '2024-02-20 14:30:00', 'u-ann', 'sales_stage', 'enum', 'Qualification', 'Closed Won'),
('oa-03', 'opp-01', '2024-02-20 14:30:00', 'u-ann', 'date_closed', 'date', '2024-03-31', '2024-02-20'),
('oa-04', 'opp-01', '2024-02-20 14:30:00', 'u-ann', 'probability', 'int', '20', '100'),
('oa-05', 'opp-01', '2024-02-01 09:00:00', 'u-ann', 'amount_usdollar', 'currency', '1200', '1000'),
('oa-06', 'opp-03', '2024-04-02 10:00:00', 'u-ann', 'sales_stage', 'enum', 'Perception Analysis', 'Closed Lost'),
('oa-07', 'opp-04', '2024-01-07 08:00:00', 'u-ann', 'sales_stage', 'enum', 'Prospecting', 'Closed Won'),
('oa-08', 'opp-07', '2024-07-01 09:00:00', 'u-ann', 'assigned_user_id', 'relate', 'u-ann', 'u-cyd'),
('oa-09', 'opp-07', '2024-07-05 15:00:00', 'u-cyd', 'sales_stage', 'enum', 'Negotiation/Review', 'Closed Won'),
('oa-10', 'opp-07', '2024-07-05 15:00:00', 'u-cyd', 'date_closed', 'date', '2024-08-15', '2024-07-05'),
('oa-11', 'opp-07', '2024-07-05 15:00:00', 'u-cyd', 'amount_usdollar', 'currency', '2000', '2500'),
('oa-12', 'opp-07', '2024-07-05 15:00:00', 'u-cyd', 'probability', 'int', '80', '100'),
('oa-13', 'opp-07', '2024-06-01 09:00:00', 'u-ann', 'sales_stage', 'enum', 'Prospecting', 'Negotiation/Review'),
('oa-14', 'opp-08', '2024-03-01 10:00:00', 'u-ann', 'sales_stage', 'enum', 'Prospecting', 'Closed Lost'),
('oa-15', 'opp-08', '2024-03-10 10:00:00', 'u-ann', 'sales_stage', 'enum', 'Closed Lost', 'Qualification'),
('oa-16', 'opp-08', '2024-05-20 16:00:00', 'u-ann', 'sales_stage', 'enum', 'Qualification', 'Closed Won'),
('oa-17', 'opp-09', '2024-02-01 11:00:00', 'u-ann', 'sales_stage', 'enum', 'Negotiation/Review', 'Closed Won'),
('oa-18', 'opp-09', '2024-02-03 11:00:00', 'u-ann', 'sales_stage', 'enum', 'Closed Won', 'Negotiation/Review'),
('oa-19', 'opp-15', '2024-05-05 12:00:00', 'u-ann', 'sales_stage', 'enum', 'Qualification', 'Closed Lost'),
('oa-20', 'opp-15', '2024-05-05 12:00:00', 'u-ann', 'sales_stage', 'enum', 'Prospecting', 'Qualification'),
('oa-21', 'opp-15', '2024-05-05 12:00:00', 'u-ann', 'sales_stage', 'enum', 'Prospecting', 'Qualification'),
('oa-22', 'opp-17', '2024-06-01 10:00:00', '1', 'sales_stage', 'enum', 'Prospecting', 'Needs Analysis'),
('oa-23', 'opp-99', '2024-01-01 10:00:00', '1', 'sales_stage', 'enum', 'Prospecting', 'Needs Analysis'),
('oa-24', 'opp-19', '2024-06-20 10:00:00', 'u-ann', 'sales_stage', 'enum', 'Prospecting', 'Closed Lost');

insert into leads (id, status, converted, lead_source, campaign_id, opportunity_id, assigned_user_id, last_name, date_entered, date_modified, deleted) values
('lead-1', 'New', 0, 'Web Site', 'cam-1', null, 'u-ann', 'Lane', '2024-01-01 08:00:00', '2024-01-01 08:00:00', 0),
('lead-2', 'Converted', 1, 'Trade Show', null, 'opp-01', 'u-ann', 'Long', '2024-01-01 08:00:00', '2024-06-01 08:00:00', 0),
('lead-3', 'Converted', 1, null, null, 'opp-02', 'u-ann', 'Lake', '2024-01-01 08:00:00', '2024-06-01 08:00:00', 0),
('lead-4', 'Converted', 1, null, null, 'opp-04', 'u-ann', 'Loss', '2024-01-01 08:00:00', '2024-01-09 08:00:00', 0),
('lead-5', 'Dead', 0, null, null, null, 'u-ann', 'Low', '2024-01-01 08:00:00', '2024-01-02 08:00:00', 1);
insert into leads_audit (id, parent_id, date_created, created_by, field_name, data_type, before_value_string, after_value_string) values
('la-1', 'lead-2', '2024-01-05 07:59:00', 'u-ann', 'status', 'enum', 'New', 'Converted');

insert into cases (id, name, type, status, state, priority, account_id, assigned_user_id, created_by, date_entered, date_modified, deleted) values
('case-1', 'Screen dark', 'Product', 'Closed_Closed', 'Closed', 'P1', 'acc-a', 'u-cyd', 'u-cyd', '2024-03-01 08:00:00', '2024-06-01 08:00:00', 0),
('case-2', 'Reopened', 'User', 'Open_Assigned', 'Open', 'P2', 'acc-a', 'u-cyd', 'u-cyd', '2024-03-01 08:00:00', '2024-03-03 08:00:00', 0),
('case-3', 'Closed twice', 'User', 'Closed_Rejected', 'Closed', 'P2', 'acc-b', 'u-cyd', 'u-cyd', '2024-03-01 08:00:00', '2024-03-09 08:00:00', 0),
('case-4', 'Entered as closed', null, 'Closed_Closed', 'Closed', 'P3', 'acc-b', 'u-cyd', 'u-cyd', '2024-04-01 08:00:00', '2024-04-04 08:00:00', 0),
('case-5', 'Waiting', 'Administration', 'Open_Pending Input', 'Open', 'P3', 'acc-c', 'u-bob', 'u-cyd', '2024-04-05 08:00:00', '2024-04-05 08:00:00', 0),
('case-6', 'Closed after the night', null, 'Closed_Closed', 'Closed', 'P1', 'acc-a', 'u-ann', 'u-cyd', '2024-06-20 08:00:00', '2024-07-02 08:00:00', 0),
('case-7', 'Deleted', null, 'Closed_Closed', 'Closed', 'P1', 'acc-a', 'u-ann', 'u-cyd', '2024-06-20 08:00:00', '2024-06-21 08:00:00', 1),
('case-8', 'Without a state', null, 'Closed_Duplicate', null, 'P9', 'acc-a', 'u-ann', 'u-cyd', '2024-04-30 08:00:00', '2024-06-21 08:00:00', 0),
('case-9', 'Mail of a stranger', null, 'Open_New', 'Open', null, null, null, '1', '2024-05-01 08:00:00', '2024-05-01 08:00:00', 0),
('case-10', 'After the night', null, 'Open_New', 'Open', 'P1', null, null, '1', '2024-07-01 08:00:00', '2024-07-01 08:00:00', 0),
-- Another program changed the status and left the state.
('case-11', 'Closed by status', null, 'Closed_Closed', 'Open', 'P1', null, null, '1', '2024-05-02 08:00:00', '2024-05-09 08:00:00', 0),
('case-12', 'Reopened by status', null, 'Open_Assigned', 'Closed', 'P1', null, null, '1', '2024-05-02 08:00:00', '2024-05-09 08:00:00', 0),
('case-13', 'Entered as closed by status', null, 'Closed_Closed', 'Open', 'P1', null, null, '1', '2024-05-02 08:00:00', '2024-05-09 08:00:00', 0);

insert into cases_audit (id, parent_id, date_created, created_by, field_name, data_type, before_value_string, after_value_string) values
('ca-01', 'case-1', '2024-03-01 12:00:00', 'u-cyd', 'status', 'dynamicenum', 'Open_New', 'Open_Assigned'),
('ca-02', 'case-1', '2024-03-05 10:00:00', 'u-cyd', 'status', 'dynamicenum', 'Open_Assigned', 'Closed_Closed'),
('ca-03', 'case-1', '2024-03-05 10:00:00', 'u-cyd', 'state', 'enum', 'Open', 'Closed'),
('ca-04', 'case-2', '2024-03-02 10:00:00', 'u-cyd', 'state', 'enum', 'Open', 'Closed'),
('ca-05', 'case-2', '2024-03-02 10:00:00', 'u-cyd', 'status', 'dynamicenum', 'Open_Assigned', 'Closed_Closed'),
('ca-06', 'case-2', '2024-03-03 08:00:00', 'u-cyd', 'state', 'enum', 'Closed', 'Open'),
('ca-07', 'case-2', '2024-03-03 08:00:00', 'u-cyd', 'status', 'dynamicenum', 'Closed_Closed', 'Open_Assigned'),
('ca-08', 'case-3', '2024-03-02 10:00:00', 'u-cyd', 'state', 'enum', 'Open', 'Closed'),
('ca-09', 'case-3', '2024-03-04 10:00:00', 'u-cyd', 'state', 'enum', 'Closed', 'Open'),
('ca-10', 'case-3', '2024-03-08 10:00:00', 'u-cyd', 'state', 'enum', 'Open', 'Closed'),
('ca-11', 'case-3', '2024-03-09 08:00:00', 'u-cyd', 'status', 'dynamicenum', 'Closed_Closed', 'Closed_Rejected'),
('ca-12', 'case-6', '2024-07-02 08:00:00', 'u-cyd', 'state', 'enum', 'Open', 'Closed'),
('ca-13', 'case-6', '2024-07-02 08:00:00', 'u-cyd', 'status', 'dynamicenum', 'Open_Assigned', 'Closed_Closed'),
('ca-14', 'case-6', '2024-07-01 08:00:00', 'u-cyd', 'assigned_user_id', 'relate', 'u-cyd', 'u-ann'),
('ca-15', 'case-6', '2024-06-21 08:00:00', 'u-cyd', 'priority', 'enum', 'P2', 'P1'),
('ca-16', 'case-8', '2024-05-01 09:00:00', 'u-cyd', 'status', 'dynamicenum', 'Open_New', 'Closed_Duplicate'),
('ca-18', 'case-11', '2024-05-03 08:00:00', '1', 'status', 'dynamicenum', 'Open_New', 'Closed_Closed'),
('ca-19', 'case-12', '2024-05-03 08:00:00', '1', 'status', 'dynamicenum', 'Open_New', 'Closed_Closed'),
('ca-20', 'case-12', '2024-05-03 08:00:00', '1', 'state', 'enum', 'Open', 'Closed'),
('ca-21', 'case-12', '2024-05-04 08:00:00', '1', 'status', 'dynamicenum', 'Closed_Closed', 'Open_Assigned'),
('ca-17', 'case-7', '2024-06-21 08:00:00', 'u-cyd', 'state', 'enum', 'Open', 'Closed');

insert into aop_case_updates (id, case_id, contact_id, assigned_user_id, created_by, internal, date_entered, date_modified, deleted) values
('up-1', 'case-1', null, 'u-cyd', 'u-cyd', 1, '2024-03-01 09:00:00', '2024-03-01 09:00:00', 0),
('up-2', 'case-1', 'con-1', null, '1', 0, '2024-03-01 09:30:00', '2024-03-01 09:30:00', 0),
('up-3', 'case-1', null, 'u-cyd', 'u-cyd', 0, '2024-03-01 10:00:00', '2024-03-01 10:00:00', 1),
('up-4', 'case-1', '', 'u-cyd', 'u-cyd', 0, '2024-03-01 11:00:00', '2024-03-01 11:00:00', 0),
('up-5', 'case-1', null, 'u-ann', 'u-ann', 0, '2024-03-02 11:00:00', '2024-03-02 11:00:00', 0),
('up-6', 'case-9', null, null, '1', 0, '2024-05-01 09:00:00', '2024-05-01 09:00:00', 0),
('up-7', 'case-6', null, 'u-cyd', 'u-cyd', 0, '2024-07-01 09:00:00', '2024-07-01 09:00:00', 0);

insert into aos_product_categories (id, name, date_modified, deleted) values ('pc-1', 'Hardware', '2023-01-02 08:00:00', 0);
insert into aos_products (id, name, cost, cost_usdollar, price, price_usdollar, currency_id, aos_product_category_id, date_entered, date_modified, deleted) values
('pro-1', 'Server', 600, 600, 1000, 1000, '-99', 'pc-1', '2023-01-03 08:00:00', '2023-01-03 08:00:00', 0),
('pro-2', 'Licence', 10, 11, 50, 56, 'cur-eur', null, '2023-01-03 08:00:00', '2023-01-03 08:00:00', 0),
('pro-3', 'Cable', null, null, 8, null, 'cur-gbp', null, '2023-01-03 08:00:00', '2023-01-03 08:00:00', 0),
('pro-4', 'Gone', 1, 1, 1, 1, '-99', null, '2023-01-03 08:00:00', '2023-01-04 08:00:00', 1);

insert into aos_quotes (id, name, opportunity_id, stage, expiration, total_amt, total_amt_usdollar, subtotal_amount, subtotal_amount_usdollar, total_amount, total_amount_usdollar, currency_id, number, date_entered, date_modified, deleted) values
('quo-1', 'Alpha 1', 'opp-01', 'Closed Accepted', '2024-03-01', 1100, 1100, 1000, 1000, 1200, 1200, '-99', 1, '2024-01-20 08:00:00', '2024-02-20 14:00:00', 0),
('quo-2', 'Alpha 2', 'opp-01', 'Delivered', '2024-03-01', 1100, 1100, 900, 900, 1080, 1080, '-99', 2, '2024-02-01 08:00:00', '2024-02-01 08:00:00', 0),
('quo-3', 'Draft', 'opp-06', 'Draft', '2024-09-01', 300, 333.33, 300, 333.33, 360, 400, 'cur-eur', 3, '2024-06-01 08:00:00', '2024-06-01 08:00:00', 0),
('quo-4', 'Deleted', 'opp-06', 'Draft', null, 300, 300, 300, 300, 360, 360, '-99', 4, '2024-06-02 08:00:00', '2024-06-02 08:00:00', 1),
('quo-5', 'Dead', 'opp-03', 'Closed Dead', null, 800, null, 800, null, 960, null, 'cur-gbp', 5, '2024-03-02 08:00:00', '2024-04-02 08:00:00', 0);
insert into aos_invoices (id, name, billing_account_id, assigned_user_id, status, subtotal_amount, subtotal_amount_usdollar, total_amount, currency_id, number, invoice_date, date_entered, date_modified, deleted) values
('inv-1', 'Alpha', 'acc-a', 'u-ann', 'Paid', 1000, 1000, 1200, '-99', 1, '2024-02-25', '2024-02-25 09:00:00', '2024-03-25 09:00:00', 0),
('inv-2', 'Beta', 'acc-b', 'u-ann', 'Unpaid', 300, 333.33, 360, 'cur-eur', 2, null, '2024-06-25 09:00:00', '2024-06-25 09:00:00', 0),
('inv-3', 'Never', 'acc-b', 'u-ann', 'Cancelled', 5, 5, 6, '-99', 3, '2024-06-26', '2024-06-26 09:00:00', '2024-06-26 09:00:00', 0),
('inv-4', 'Deleted', 'acc-b', 'u-ann', 'Paid', 5, 5, 6, '-99', 4, '2024-06-26', '2024-06-26 09:00:00', '2024-06-26 09:00:00', 1);
insert into aos_quotes_aos_invoices_c (id, aos_quotes77d9_quotes_ida, aos_quotes6b83nvoices_idb, date_modified, deleted) values
('qi-1', 'quo-1', 'inv-1', '2024-02-25 09:00:00', 0),
('qi-2', 'quo-3', 'inv-2', '2024-06-25 09:00:00', 1);
insert into aos_products_quotes (id, name, currency_id, number, product_qty, product_cost_price, product_cost_price_usdollar, product_unit_price, product_unit_price_usdollar, product_total_price, product_total_price_usdollar, parent_type, parent_id, product_id, date_entered, date_modified, deleted) values
('lin-1', 'Server', '-99', 1, 1.0000, 600, 600, 800, 800, 800, 800, 'AOS_Quotes', 'quo-1', 'pro-1', '2024-01-20 08:00:00', '2024-01-20 08:00:00', 0),
('lin-2', 'Set-up', '-99', 1, 2.0000, null, null, 100, 100, 200, 200, 'AOS_Quotes', 'quo-1', '0', '2024-01-20 08:00:00', '2024-01-20 08:00:00', 0),
('lin-3', 'Old', '-99', 1, 9.0000, null, null, 1, 1, 9, 9, 'AOS_Quotes', 'quo-1', 'pro-1', '2024-01-20 08:00:00', '2024-01-21 08:00:00', 1),
('lin-4', 'Server', '-99', 1, 1.0000, 600, 600, 900, 900, 900, 900, 'AOS_Quotes', 'quo-2', 'pro-1', '2024-02-01 08:00:00', '2024-02-01 08:00:00', 0),
('lin-5', 'Server', '-99', 1, 1.0000, 600, 600, 800, 800, 800, 800, 'AOS_Invoices', 'inv-1', 'pro-1', '2024-02-25 09:00:00', '2024-02-25 09:00:00', 0),
('lin-6', 'Set-up', '-99', 2, 2.5000, null, null, 80, 80, 200, 200, 'AOS_Invoices', 'inv-1', '0', '2024-02-25 09:00:00', '2024-02-25 09:00:00', 0),
('lin-7', 'Draft', '-99', 1, 1.0000, null, null, 300, 300, 300, 300, 'AOS_Quotes', 'quo-4', null, '2024-06-02 08:00:00', '2024-06-02 08:00:00', 0);

insert into calls (id, name, status, duration_hours, duration_minutes, date_start, date_end, parent_type, parent_id, assigned_user_id, date_entered, date_modified, deleted) values
('call-1', 'Intro', 'Held', 1, 15, '2024-01-06 09:00:00', '2024-01-06 10:15:00', 'Opportunities', 'opp-01', 'u-ann', '2024-01-05 09:00:00', '2024-01-06 10:15:00', 0),
('call-2', 'Missed', 'Not Held', 0, 15, '2024-01-07 09:00:00', '2024-01-07 09:15:00', 'Accounts', 'acc-b', 'u-ann', '2024-01-05 09:00:00', '2024-01-07 10:15:00', 0);
insert into meetings (id, name, status, duration_hours, duration_minutes, date_start, date_end, parent_type, parent_id, assigned_user_id, date_entered, date_modified, deleted) values
('meet-1', 'Plan', 'Planned', 2, 0, '2024-07-06 09:00:00', '2024-07-06 11:00:00', 'Cases', 'case-1', 'u-cyd', '2024-06-05 09:00:00', '2024-06-06 10:15:00', 0),
('meet-2', 'Deleted', 'Held', 2, 0, '2024-05-06 09:00:00', '2024-05-06 11:00:00', 'Cases', 'case-1', 'u-cyd', '2024-05-05 09:00:00', '2024-05-06 10:15:00', 1);
insert into tasks (id, name, status, date_due, parent_type, parent_id, contact_id, assigned_user_id, date_entered, date_modified, deleted) values
('task-1', 'Send price list', 'Completed', '2024-01-20 09:00:00', null, null, 'con-1', 'u-ann', '2024-01-15 09:00:00', '2024-01-19 16:00:00', 0),
('task-2', 'Visit', 'Not Started', null, 'Opportunities', 'opp-04', null, 'u-ann', '2024-07-15 09:00:00', '2024-07-15 09:00:00', 0);
insert into emails (id, name, type, status, date_sent_received, parent_type, parent_id, assigned_user_id, date_entered, date_modified, deleted) values
('mail-1', 'Offer', 'out', 'sent', '2024-01-20 08:05:00', 'Opportunities', 'opp-03', 'u-ann', '2024-01-20 08:05:01', '2024-01-20 08:05:01', 0),
('mail-2', 'Not sent', 'draft', 'draft', null, 'Contacts', 'con-1', 'u-ann', '2024-01-21 08:05:01', '2024-01-21 08:05:01', 0);
