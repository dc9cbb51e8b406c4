-- A company in Slovakia with a branch in America. What is to become of each row stands in OdooPresetTest.
insert into res_currency (id, name, active) values (1, 'EUR', true), (2, 'USD', true), (9, 'CZK', true), (12, 'GBP', false);
insert into res_company (id, name, partner_id, currency_id) values (1, 'Pumpy SK', 1, 1), (2, 'Pumpy US', 10, 2);
-- The base is none of the currencies: the euro has rates of its own. Company 2 quotes the dollar itself from June on.
insert into res_currency_rate (id, currency_id, company_id, name, rate) values
    (1, 1, null, '2024-01-01', 1.20), (2, 1, null, '2024-07-01', 1.25),
    (3, 2, null, '2024-01-01', 1.50), (4, 2, null, '2024-04-01', 1.44), (5, 2, 2, '2024-06-01', 1.60),
    (6, 2, 1, '2024-03-01', 1.30),
    (7, 9, null, '2024-02-01', 30.00), (8, 9, 1, '2024-05-01', 28.80);
insert into res_country (id, name, code) values
    (1, '{"en_US": "Slovakia", "sk_SK": "Slovensko"}', 'SK'), (2, '{"en_US": "United States"}', 'US');
insert into res_partner_industry (id, name) values (1, '{"en_US": "Water supply", "sk_SK": "Vodárenstvo"}');
insert into res_partner (id, name, active, is_company, type, parent_id, commercial_partner_id, user_id, country_id,
    industry_id, email, phone, mobile, function, signup_token, create_date, write_date) values
    (1, 'Pumpy SK', true, true, 'contact', null, 1, null, 1, null, null, null, null, null, null, '2020-01-01', '2020-01-01'),
    (2, 'OdooBot', false, false, 'contact', 1, 1, null, null, null, null, null, null, null, null, '2020-01-01', '2020-01-01'),
    (3, 'Adam Admin', true, false, 'contact', 1, 1, null, null, null, 'adam@pumpy.example', null, null, null, null, '2020-01-01', '2020-01-01'),
    (4, 'Public user', false, false, 'contact', null, 4, null, null, null, null, null, null, null, null, '2020-01-01', '2020-01-01'),
    (7, 'Eva Nová', true, false, 'contact', 1, 1, null, null, null, 'eva@pumpy.example', null, null, null, null, '2020-01-02', '2020-01-02'),
    (8, 'Oto Starý', true, false, 'contact', 1, 1, null, null, null, 'oto@pumpy.example', null, null, null, null, '2020-01-03', '2020-01-03'),
    (9, 'Sam Smith', true, false, 'contact', 10, 10, null, null, null, 'sam@pumpy.example', null, null, null, null, '2021-05-05', '2021-05-05'),
    (10, 'Pumpy US', true, true, 'contact', null, 10, null, 2, null, null, null, null, null, null, '2021-05-01', '2021-05-01'),
    (20, 'Alfa s.r.o.', true, true, 'contact', null, 20, 6, 1, 1, 'info@alfa.example', null, null, null, null, '2023-01-10 10:00:00', '2023-01-10'),
    (21, 'Jana Malá', true, false, 'contact', 20, 20, null, 1, null, 'jana@alfa.example', null, '+421900000001', 'Nákup', 'token', '2023-01-11 10:00:00', '2023-01-11'),
    (22, 'Alfa sklad', true, false, 'delivery', 20, 20, null, 1, null, null, null, null, null, null, '2023-01-12 10:00:00', '2023-01-12'),
    (23, 'Beta a.s.', true, true, 'contact', 20, 23, null, 1, null, null, null, null, null, null, '2023-02-10 10:00:00', '2023-02-10'),
    (24, 'Karol Veselý', true, false, 'contact', null, 24, null, 1, null, 'karol@post.example', null, null, null, null, '2023-03-10 10:00:00', '2023-03-10'),
    (25, 'Lena Tichá', true, false, 'contact', null, 25, null, 1, null, null, null, null, null, null, '2023-03-11 10:00:00', '2023-03-11'),
    (26, 'Gamma', false, true, 'contact', null, 26, null, 2, null, null, null, null, null, null, '2023-04-10 10:00:00', '2023-04-10'),
    (27, 'Delta', false, true, 'contact', null, 27, null, 2, null, null, null, null, null, null, '2023-04-11 10:00:00', '2023-04-11'),
    (28, 'Peter Portál', true, false, 'contact', 23, 23, null, 1, null, 'peter@beta.example', '+421900000002', null, null, null, '2023-05-10 10:00:00', '2023-05-10');
insert into res_users (id, login, password, signature, active, share, partner_id, company_id, notification_type, create_date) values
    (1, '__system__', 'secret', '<p>x</p>', false, false, 2, 1, 'email', '2020-01-01'),
    (2, 'admin', 'secret', '<p>x</p>', true, false, 3, 1, 'email', '2020-01-01'),
    (4, 'public', null, null, false, true, 4, 1, 'email', '2020-01-01'),
    (6, 'eva@pumpy.example', 'secret', '<p>x</p>', true, false, 7, 1, 'email', '2020-01-02'),
    (7, 'oto@pumpy.example', 'secret', '<p>x</p>', false, false, 8, 1, 'email', '2020-01-03'),
    (8, 'sam@pumpy.example', 'secret', '<p>x</p>', true, false, 9, 2, 'email', '2021-05-05'),
    (9, 'peter@beta.example', 'secret', null, true, true, 28, 1, 'email', '2023-05-10');
insert into utm_campaign (id, user_id, stage_id, title, name) values (1, 2, 1, '{"en_US": "Fair 2024", "sk_SK": "Veľtrh 2024"}', 'Fair 2024 [2]');
insert into utm_source (id, name) values (1, 'Newsletter');
insert into utm_medium (id, name, active) values (1, 'Phone', true);
insert into crm_stage (id, sequence, name, is_won, team_id) values
    (1, 1, '{"en_US": "New", "sk_SK": "Nový"}', false, null),
    (2, 2, '{"en_US": "Qualified", "sk_SK": "Kvalifikovaný"}', false, null),
    (3, 3, '{"en_US": "Proposition", "sk_SK": "Ponuka"}', false, null),
    (4, 70, '{"en_US": "Won", "sk_SK": "Vyhraté"}', true, null),
    (5, 4, '{"sk_SK": "Zmluva"}', null, 2);
insert into crm_lost_reason (id, name, active) values (1, '{"en_US": "Too expensive", "sk_SK": "Príliš drahé"}', true), (2, '{"sk_SK": "Konkurencia"}', true);
insert into crm_team (id, name, company_id, user_id, active) values
    (1, '{"en_US": "Europe", "sk_SK": "Európa"}', 1, 2, true), (2, '{"sk_SK": "Projekty"}', 1, null, false);
insert into crm_team_member (id, crm_team_id, user_id, active) values (1, 1, 6, true), (2, 2, 6, false), (3, 1, 7, true);

insert into crm_lead (id, name, type, active, probability, stage_id, company_id, user_id, team_id, partner_id,
    expected_revenue, lost_reason_id, date_deadline, create_date, date_last_stage_update, date_closed, date_conversion,
    source_id, medium_id, campaign_id, create_uid, write_date) values
    (101, '  Čerpadlá & ventily ', 'opportunity', true, 12.5, 1, 1, 6, 1, 21, 10000.00, null, '2025-01-31',
        '2024-11-05 09:00:00.500000', '2024-11-05 09:00:00.5', null, null, 1, 1, 1, 6, '2024-11-05 09:00'),
    (102, 'Won after three stages', 'opportunity', true, 100, 4, 1, 6, 1, 20, 5000.00, null, '2024-02-29',
        '2024-01-10 08:00', '2024-03-01 12:00', '2024-03-01 12:00', null, null, 1, null, 7, '2024-03-01 12:00'),
    (103, 'Won in dollars before June', 'opportunity', true, 100, 4, 2, 8, null, 23, 1440.00, null, null,
        '2024-04-02 08:00', '2024-05-05 10:00', '2024-05-05 10:00', null, null, null, null, 8, '2024-05-05 10:00'),
    (104, 'Won in dollars after July', 'opportunity', true, 100, 4, 2, 8, null, 23, 1600.00, null, null,
        '2024-06-02 08:00', '2024-07-15 10:00', '2024-07-15 10:00', null, null, null, null, 8, '2024-07-15 10:00'),
    (105, 'Lost with a reason', 'opportunity', false, 0, 3, 1, 6, 1, 20, 300.00, 1, null,
        '2024-05-01 08:00', '2024-05-20 08:00', '2024-06-30 15:00', null, null, null, null, 6, '2024-06-30 15:00'),
    (106, 'Archived duplicate', 'opportunity', false, 30, 2, 1, 6, 1, 20, 300.00, null, null,
        '2024-05-01 08:05', '2024-05-20 08:00', '2024-06-01 15:00', null, null, null, null, 6, '2024-06-01 15:00'),
    (107, 'Lost without a reason', 'opportunity', false, 0, 2, 1, 6, 1, 20, 310.00, null, null,
        '2024-05-02 08:00', '2024-05-20 08:00', '2024-07-01 15:00', null, null, null, null, 6, '2024-07-01 15:00'),
    (108, 'Lead', 'lead', true, 5, 1, 1, 6, 1, null, null, null, null,
        '2024-08-01 08:00', '2024-08-01 08:00', null, null, 1, null, 1, 1, '2024-08-01 08:00'),
    (109, 'Converted lead', 'opportunity', true, 40, 2, 1, 6, 1, 20, 400.00, null, null,
        '2024-08-02 08:00', '2024-08-05 09:00', null, '2024-08-05 09:00', 1, null, null, 6, '2024-08-05 09:00'),
    (110, 'Opened again after it was lost', 'opportunity', true, 25, 2, 1, 6, 1, 20, 500.00, null, null,
        '2024-04-01 08:00', '2024-04-01 08:00', '2024-05-01 10:00', null, null, null, null, 6, '2024-06-01 10:00'),
    (111, 'Opened again after it was won', 'opportunity', true, 25, 2, 1, 6, 1, 20, 510.00, null, null,
        '2024-04-01 08:10', '2024-06-02 10:00', '2024-05-02 10:00', null, null, null, null, 6, '2024-06-02 10:00'),
    (112, 'Won after the day', 'opportunity', true, 100, 4, 1, 2, 1, 20, 900.00, null, null,
        '2024-12-01 08:00', '2025-01-05 09:00', '2025-01-05 09:00', null, null, null, null, 6, '2025-01-05 09:00'),
    (113, 'Lost after the day', 'opportunity', false, 0, 2, 1, 6, 1, 20, 520.00, 2, null,
        '2024-12-02 08:00', '2024-12-02 08:00', '2025-01-03 11:00', null, null, null, null, 6, '2025-01-03 11:00'),
    (114, 'Opened again after the day', 'opportunity', true, 25, 2, 1, 6, 1, 20, 530.00, null, null,
        '2024-10-01 08:00', '2024-10-01 08:00', '2024-10-10 10:00', null, null, null, null, 6, '2025-01-02 10:00'),
    (115, 'Entered as won', 'opportunity', true, 100, 4, 1, 6, 1, 20, 70.00, null, null,
        '2024-09-09 09:00:00.250000', '2024-09-09 09:00', null, null, null, null, null, 6, '2024-09-09 09:00'),
    (116, 'Without customer and company', 'opportunity', true, 10, 1, null, 8, null, null, 100.00, null, null,
        '2024-12-03 08:00', '2024-12-03 08:00', null, null, null, null, null, 8, '2024-12-03 08:00'),
    (117, 'Has taken in another deal', 'opportunity', true, 35, 2, 1, 6, 1, 20, 540.00, null, null,
        '2024-03-01 08:00', '2024-03-10 08:00', null, null, null, null, null, 6, '2024-03-10 08:00'),
    (118, 'Twice in a second', 'opportunity', true, 60, 3, 1, 6, 1, 20, 550.00, null, null,
        '2024-04-03 08:00', '2024-04-04 04:04:04', null, null, null, null, null, 6, '2024-04-04 04:04:04'),
    (119, 'Won as it was entered', 'opportunity', true, 100, 4, 1, 6, 1, 20, 50.00, null, null,
        '2024-10-01 10:00:00.900000', '2024-10-01 10:00', '2024-10-01 10:00:00', null, null, null, null, 6, '2024-10-01 10:00'),
    (120, 'Not entered yet', 'opportunity', true, 10, 1, 1, 6, 1, 20, 560.00, null, null,
        '2025-01-10 08:00', '2025-01-10 08:00', null, null, null, null, null, 6, '2025-01-10 08:00'),
    (121, 'Of probability 0, yet open', 'opportunity', true, 0, 5, 1, 6, 2, 26, 570.00, null, null,
        '2024-02-01 08:00', '2024-02-01 08:00', null, null, null, null, null, 6, '2024-02-01 08:00'),
    (122, 'Archived with a reason', 'opportunity', false, 55, 3, 1, 6, 1, 20, 580.00, 1, null,
        '2024-02-02 08:00', '2024-02-02 08:00', '2024-02-20 08:00', null, null, null, null, 6, '2024-02-20 08:00'),
    (123, 'Lost lead', 'lead', false, 0, 1, 1, 6, 1, null, null, 1, null,
        '2024-08-03 08:00', '2024-08-03 08:00', '2024-08-04 08:00', null, null, null, null, 6, '2024-08-04 08:00'),
    (124, 'Converted after the day', 'opportunity', true, 40, 2, 1, 6, 1, 20, 590.00, null, null,
        '2024-12-20 08:00', '2025-01-04 09:00', null, '2025-01-04 09:00', null, null, null, 6, '2025-01-04 09:00'),
    (125, 'Won before all rates', 'opportunity', true, 100, 4, 2, 8, null, 23, 400.00, null, null,
        '2023-11-15 08:00', '2023-12-15 10:00', '2023-12-15 10:00', null, null, null, null, 8, '2023-12-15 10:00'),
    (126, 'Of a private person', 'opportunity', true, 80, 3, 1, 7, 1, 24, 200.005, null, '2024-12-15',
        '2024-11-06 08:00', '2024-11-06 08:00', null, null, null, null, null, 7, '2024-11-06 08:00'),
    (127, 'Archived lead', 'lead', false, 20, 1, 1, 6, 1, null, null, null, null,
        '2024-08-06 08:00', '2024-08-06 08:00', '2024-08-07 08:00', null, null, null, null, 6, '2024-08-07 08:00');

insert into ir_model_fields (id, name, model, field_description, ttype, state) values
    (501, 'stage_id', 'crm.lead', '{"en_US": "Stage"}', 'many2one', 'base'),
    (502, 'user_id', 'crm.lead', '{"en_US": "Salesperson"}', 'many2one', 'base'),
    (503, 'expected_revenue', 'crm.lead', '{"en_US": "Expected Revenue"}', 'monetary', 'base'),
    (504, 'active', 'crm.lead', '{"en_US": "Active"}', 'boolean', 'base'),
    (505, 'lost_reason_id', 'crm.lead', '{"en_US": "Lost Reason"}', 'many2one', 'base'),
    (506, 'email_from', 'crm.lead', '{"en_US": "Email"}', 'char', 'base'),
    (507, 'partner_id', 'crm.lead', '{"en_US": "Customer"}', 'many2one', 'base'),
    (601, 'stage_id', 'helpdesk.ticket', '{"en_US": "Stage"}', 'many2one', 'base'),
    (602, 'user_id', 'helpdesk.ticket', '{"en_US": "Assigned user"}', 'many2one', 'base'),
    (701, 'stage_id', 'project.task', '{"en_US": "Stage"}', 'many2one', 'base');
insert into mail_message_subtype (id, name, internal) values (1, '{"en_US": "Discussions"}', false), (2, '{"en_US": "Note"}', true), (3, '{"en_US": "Activities"}', true);

create function tracked(message int, model text, document int, at timestamp, author int, actor int) returns void
    language sql as $$
    insert into mail_message (id, model, res_id, date, author_id, create_uid, message_type, subtype_id, body, create_date, write_date)
        values (message, model, document, at, author, actor, 'notification', 2, '<p>private</p>', at, at) $$;
create function change(message int, field int, old int, old_label text, new int, new_label text) returns void
    language sql as $$
    insert into mail_tracking_value (mail_message_id, field, field_desc, old_value_integer, old_value_char,
        new_value_integer, new_value_char, create_date, write_date)
        select id, change.field, 'x', old, old_label, new, new_label, date, date from mail_message where id = message $$;
create function revalued(message int, old float8, new float8) returns void language sql as $$
    insert into mail_tracking_value (mail_message_id, field, field_desc, old_value_monetary, new_value_monetary,
        create_date, write_date)
        select id, 503, 'x', old, new, date, date from mail_message where id = message $$;

select tracked(1001, 'crm.lead', 102, '2024-01-15 10:00', 8, 7), change(1001, 501, 1, 'Nový', 2, 'Kvalifikovaný');
select tracked(1002, 'crm.lead', 102, '2024-02-01 10:00', 8, 7), revalued(1002, 4000, 5000);
select tracked(1003, 'crm.lead', 102, '2024-02-10 10:00', 3, 2), change(1003, 502, 7, 'Oto Starý', 6, 'Eva Nová');
select tracked(1004, 'crm.lead', 102, '2024-03-01 12:00', 7, 6), change(1004, 501, 2, 'Qualified', 4, 'Won'),
       change(1004, 506, null, 'old@x.example', null, 'new@x.example');
select tracked(1005, 'crm.lead', 103, '2024-04-20 10:00', 9, 8), revalued(1005, 0, 1440);
select tracked(1006, 'crm.lead', 103, '2024-05-05 10:00', 9, 8), change(1006, 501, 1, 'New', 4, 'Won');
select tracked(1007, 'crm.lead', 105, '2024-05-20 08:00', 7, 6), change(1007, 501, 1, 'Nový', 3, 'Ponuka');
select tracked(1008, 'crm.lead', 105, '2024-06-30 15:00', 7, 6), change(1008, 504, 1, null, 0, null),
       change(1008, 505, 0, '', 1, 'Príliš drahé');
select tracked(1009, 'crm.lead', 106, '2024-05-20 08:00', 7, 6), change(1009, 501, 1, 'New', 2, 'Qualified');
select tracked(1010, 'crm.lead', 108, '2024-08-01 09:00', 7, 6), change(1010, 502, 0, '', 6, 'Eva Nová');
select tracked(1011, 'crm.lead', 110, '2024-05-01 10:00', 7, 6), change(1011, 504, 1, null, 0, null);
select tracked(1012, 'crm.lead', 110, '2024-06-01 10:00', 7, 6), change(1012, 504, 0, null, 1, null);
select tracked(1013, 'crm.lead', 111, '2024-05-02 10:00', 7, 6), change(1013, 501, 2, 'Qualified', 4, 'Won');
select tracked(1014, 'crm.lead', 111, '2024-06-02 10:00', 7, 6), change(1014, 501, 4, 'Won', 2, 'Qualified');
select tracked(1015, 'crm.lead', 112, '2024-12-10 09:00', 7, 6), change(1015, 501, 1, 'New', 3, 'Proposition');
select tracked(1016, 'crm.lead', 112, '2025-01-05 09:00', 3, 2), change(1016, 501, 3, 'Proposition', 4, 'Won'),
       revalued(1016, 700, 900), change(1016, 502, 6, 'Eva Nová', 2, 'Adam Admin');
select tracked(1017, 'crm.lead', 113, '2025-01-03 11:00', 7, 6), change(1017, 504, 1, null, 0, null),
       change(1017, 505, 0, '', 2, 'Konkurencia');
select tracked(1018, 'crm.lead', 114, '2024-10-10 10:00', 7, 6), change(1018, 504, 1, null, 0, null),
       change(1018, 505, 0, '', 2, 'Konkurencia');
select tracked(1019, 'crm.lead', 114, '2025-01-02 10:00', 7, 6), change(1019, 504, 0, null, 1, null),
       change(1019, 505, 2, 'Konkurencia', 0, '');
-- The first of these came over with the deal that was merged in.
select tracked(1020, 'crm.lead', 117, '2024-02-20 08:00', 8, 7), change(1020, 501, 1, 'New', 3, 'Proposition');
select tracked(1021, 'crm.lead', 117, '2024-03-10 08:00', 7, 6), change(1021, 501, 1, 'New', 2, 'Qualified');
-- Stage 9 is no more.
select tracked(1022, 'crm.lead', 118, '2024-04-04 04:04:04', 7, 6), change(1022, 501, 1, 'New', 9, 'Rokovanie');
select tracked(1023, 'crm.lead', 118, '2024-04-04 04:04:04', 7, 6), change(1023, 501, 9, 'Rokovanie', 3, 'Ponuka');
select tracked(1024, 'crm.lead', 119, '2024-10-01 10:00:00', 2, 1), change(1024, 501, 1, 'New', 4, 'Won');
select tracked(1025, 'crm.lead', 126, '2024-11-07 08:00', 8, 7), change(1025, 507, 22, 'Alfa sklad', 24, 'Karol Veselý');
select tracked(1026, 'crm.lead', 999, '2024-01-01 08:00', 7, 6), change(1026, 501, 1, 'New', 2, 'Qualified');
select tracked(1027, 'project.task', 102, '2024-01-01 08:00', 7, 6), change(1027, 701, 1, 'To do', 2, 'Doing');

insert into mail_activity_type (id, name, category, icon) values
    (1, '{"en_US": "Email"}', 'default', 'fa-envelope'), (2, '{"en_US": "Call", "sk_SK": "Hovor"}', 'phonecall', 'fa-phone'),
    (3, '{"en_US": "Meeting"}', 'meeting', 'fa-users'), (4, '{"en_US": "To Do"}', 'default', 'fa-check');
insert into mail_activity (id, res_model_id, res_model, res_id, activity_type_id, user_id, date_deadline, note,
    calendar_event_id, create_date, write_date) values
    (1, 1, 'crm.lead', 101, 2, 6, '2025-01-08', 'private', null, '2024-12-20', '2024-12-20'),
    (2, 1, 'crm.lead', 102, 3, 6, '2025-01-09', null, 1, '2024-12-20', '2024-12-20'),
    (3, 2, 'hr.employee', 1, 4, 6, '2025-01-10', null, null, '2024-12-20', '2024-12-20');
insert into mail_message (id, model, res_id, date, author_id, create_uid, message_type, subtype_id, mail_activity_type_id, body, create_date, write_date)
    values (2001, 'crm.lead', 102, '2024-02-05 14:00', 7, 6, 'notification', 3, 2, '<p>private</p>', '2024-02-05 14:00', '2024-02-05 14:00');
insert into calendar_event (id, name, description, privacy, show_as, user_id, start, stop, duration, active, allday, opportunity_id,
    res_model, res_id, create_date, write_date) values
    (1, 'private', 'private', 'private', 'busy', 6, '2024-02-20 09:00', '2024-02-20 10:30', 1.5, true, false, 102, 'crm.lead', 102, '2024-02-01', '2024-02-01'),
    (2, 'x', null, 'public', 'busy', 6, '2024-02-21 09:00', '2024-02-21 10:00', 1, false, false, 102, 'crm.lead', 102, '2024-02-01', '2024-02-01');
insert into ir_property (id, company_id, fields_id, name, res_id, type, value_float, value_text) values
    (1, 1, 900, 'standard_price', 'product.product,31', 'float', 7.5, null), (2, 2, 900, 'standard_price', 'product.product,31', 'float', 9, null),
    (3, null, 901, 'property_account_payable_id', null, 'many2one', null, 'x');
