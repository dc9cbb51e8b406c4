-- What sale, product, stock, hr, website_slides and helpdesk_mgmt keep.
insert into product_category (id, name, complete_name) values (1, 'Pumps', 'All / Pumps');
insert into uom_uom (id, category_id, name) values (1, 1, '{"en_US": "Units", "sk_SK": "Kusy"}');
insert into product_template (id, categ_id, uom_id, uom_po_id, detailed_type, name, list_price, active) values
    (41, 1, 1, 1, 'product', '{"en_US": "Pump", "sk_SK": "Čerpadlo"}', 12.00, true),
    (42, 1, 1, 1, 'service', '{"sk_SK": "Montáž"}', 99.90, false);
insert into product_product (id, product_tmpl_id, default_code, active) values (31, 41, 'P-1', true), (32, 41, 'P-2', true), (33, 42, null, true);
insert into product_pricelist (id, sequence, currency_id, discount_policy, name, active) values
    (1, 16, 1, 'with_discount', '{"en_US": "Public"}', true), (2, 17, 2, 'with_discount', '{"en_US": "Dollars"}', true);
insert into product_pricelist_item (id, pricelist_id, applied_on, base, compute_price, product_tmpl_id, product_id, min_quantity,
    fixed_price, percent_price, date_start, date_end, create_date) values
    (1, 1, '1_product', 'list_price', 'fixed', 41, null, 0, 11.50, null, '2024-01-01', '2024-12-31 23:59:59', '2023-12-20 10:00'),
    (2, 1, '3_global', 'list_price', 'percentage', null, null, 0, 0, 10, null, null, '2023-12-20 10:00'),
    (3, 2, '0_product_variant', 'list_price', 'fixed', 41, 31, 0, 13, null, null, null, '2023-12-20 10:00'),
    (4, 1, '0_product_variant', 'list_price', 'fixed', 41, 31, 100, 9, null, null, null, '2023-12-20 10:00');
insert into sale_order (id, name, state, company_id, partner_id, user_id, currency_id, currency_rate, amount_untaxed, amount_tax,
    amount_total, date_order, validity_date, opportunity_id, commitment_date, effective_date, delivery_status, access_token, create_date) values
    (1, 'S00001', 'sale', 1, 22, 6, 9, 25.0, 2500.00, 500, 3000, '2024-03-02 09:00', null, 102, '2024-03-20 00:00', '2024-03-18 10:00', 'full', 'token', '2024-02-15 09:00'),
    (2, 'S00002', 'done', 2, 23, 8, 2, 1.0, 1440.00, 0, 1440, '2024-05-06 09:00', null, 103, null, null, 'pending', 'token', '2024-05-01 09:00'),
    (3, 'S00003', 'draft', 1, 20, 6, 1, 1.0, 120.00, 24, 144, '2024-12-01 09:00', null, 101, null, null, null, 'token', '2024-12-01 09:00'),
    (4, 'S00004', 'sent', 1, 20, 6, 1, 1.0, 240.00, 48, 288, '2024-11-01 09:00', '2024-12-01', 101, null, null, null, 'token', '2024-11-01 09:00'),
    (5, 'S00005', 'cancel', 1, 20, 6, 1, 1.0, 360.00, 72, 432, '2024-06-01 09:00', null, 105, null, null, null, 'token', '2024-06-01 09:00');
insert into sale_order_line (id, order_id, sequence, product_id, display_type, name, product_uom_qty, price_unit, discount, price_subtotal, purchase_price) values
    (1, 1, 10, null, 'line_section', 'Pumps', 0, 0, 0, 0, null),
    (2, 1, 20, 31, null, 'Pump', 8, 300, 10, 2160.00, 187.5),
    (3, 1, 15, 33, null, 'Montáž', 1, 340, 0, 340.00, null),
    (4, 1, 30, null, 'line_note', 'Thanks', 0, 0, 0, 0, null),
    (5, 2, 10, 31, null, 'Pump', 120, 12, 0, 1440.00, 9),
    (6, 3, 10, 31, null, 'Pump', 10, 12.5, 4, 120.00, 7.5);
insert into stock_location (id, name, complete_name, usage) values (8, 'Stock', 'WH/Stock', 'internal'), (5, 'Customers', 'Partners/Customers', 'customer');
insert into stock_quant (id, product_id, location_id, lot_id, quantity, reserved_quantity, in_date) values
    (1, 31, 8, 1, 4, 0, '2024-01-01'), (2, 31, 8, 2, 2.5, 0, '2024-01-01'), (3, 31, 5, null, 100, 0, '2024-01-01');
insert into hr_employee (id, user_id, parent_id, name, passport_id) values (1, 2, null, 'Adam', 'secret'), (2, 6, 1, 'Eva', 'secret'), (3, 8, 2, 'Sam', 'secret');
insert into slide_channel (id, user_id, name, total_time) values (1, 2, '{"en_US": "Sales basics", "sk_SK": "Základy predaja"}', 2.5);
insert into slide_channel_partner (id, channel_id, partner_id, completed, completion, create_date, write_date) values
    (1, 1, 7, true, 100, '2024-08-20 09:00', '2024-09-01 17:00'), (2, 1, 9, false, 40, '2024-08-21 09:00', '2024-09-02 17:00'),
    (3, 1, 21, true, 100, '2024-08-22 09:00', '2024-09-03 17:00');
insert into helpdesk_ticket_stage (id, sequence, name, unattended, closed) values
    (1, 1, '{"en_US": "New", "sk_SK": "Nový"}', true, false), (2, 2, '{"en_US": "In Progress"}', false, false),
    (3, 3, '{"en_US": "Awaiting", "sk_SK": "Čaká sa"}', false, false), (4, 4, '{"en_US": "Done"}', false, true);
insert into helpdesk_ticket_team (id, name, user_id, alias_id, active) values (1, 'Servis', 8, 1, true);
insert into helpdesk_ticket_team_res_users_rel values (1, 8), (1, 6);
insert into helpdesk_ticket_channel (id, name) values (1, 'Web');
insert into helpdesk_ticket_category (id, name) values (1, '{"en_US": "Fault", "sk_SK": "Porucha"}');
insert into helpdesk_ticket (id, number, name, description, stage_id, user_id, team_id, partner_id, company_id, channel_id, category_id, priority,
    active, create_uid, create_date, write_date, last_stage_update, assigned_date, closed_date) values
    (1, 'HT1', 'a', 'private', 1, null, null, null, 1, null, null, '1', true, 1, '2024-12-30 08:00', '2024-12-30', '2024-12-30 08:00', null, null),
    (2, 'HT2', 'b', 'private', 4, 6, 1, 21, 1, 1, 1, '2', true, 9, '2024-11-01 08:00', '2024-11-03', '2024-11-03 16:00', '2024-11-01 08:20', '2024-11-03 16:00'),
    (3, 'HT3', 'c', 'private', 2, 6, 1, 24, 1, 1, 1, '3', true, 6, '2024-11-02 08:00', '2024-11-06', '2024-11-06 09:00', '2024-11-02 08:00', '2024-11-05 12:00'),
    (4, 'HT4', 'd', 'private', 4, 6, 1, 20, 1, 1, 1, '0', true, 6, '2024-12-15 08:00', '2025-01-02', '2025-01-02 10:00', '2024-12-15 08:00', '2025-01-02 10:00'),
    (5, 'HT5', 'e', 'private', 4, 6, 1, 20, 1, 1, 1, '0', false, 6, '2024-12-16 08:00', '2024-12-17', '2024-12-17 08:00', null, '2024-12-17 08:00'),
    (6, 'HT6', 'f', 'private', 4, 8, 1, 20, 1, 1, 1, '1', true, 6, '2024-10-16 08:00', '2024-10-16', '2024-10-17 08:00', null, null);
select tracked(3001, 'helpdesk.ticket', 2, '2024-11-01 08:20', 7, 6), change(3001, 602, 0, '', 6, 'Eva Nová');
select tracked(3002, 'helpdesk.ticket', 2, '2024-11-01 09:00', 7, 6), change(3002, 601, 1, 'Nový', 2, 'In Progress');
select tracked(3003, 'helpdesk.ticket', 2, '2024-11-03 16:00', 7, 6), change(3003, 601, 2, 'In Progress', 4, 'Done');
select tracked(3004, 'helpdesk.ticket', 3, '2024-11-05 12:00', 7, 6), change(3004, 601, 2, 'In Progress', 4, 'Done');
select tracked(3005, 'helpdesk.ticket', 3, '2024-11-06 09:00', 7, 6), change(3005, 601, 4, 'Done', 2, 'In Progress');
select tracked(3006, 'helpdesk.ticket', 4, '2024-12-20 10:00', 7, 6), change(3006, 601, 2, 'In Progress', 3, 'Čaká sa');
select tracked(3007, 'helpdesk.ticket', 4, '2025-01-02 10:00', 7, 6), change(3007, 601, 3, 'Awaiting', 4, 'Done');
select tracked(3008, 'helpdesk.ticket', 5, '2024-12-17 08:00', 7, 6), change(3008, 601, 1, 'New', 4, 'Done');
insert into mail_message (id, model, res_id, date, author_id, create_uid, message_type, subtype_id, body, create_date, write_date) values
    (4001, 'helpdesk.ticket', 2, '2024-11-01 08:05', 21, 1, 'email', 1, 'private', '2024-11-01 08:05', '2024-11-01 08:05'),
    (4002, 'helpdesk.ticket', 2, '2024-11-01 08:10', 7, 6, 'comment', 2, 'private', '2024-11-01 08:10', '2024-11-01 08:10'),
    (4003, 'helpdesk.ticket', 2, '2024-11-01 08:30', 7, 6, 'comment', 1, 'private', '2024-11-01 08:30', '2024-11-01 08:30'),
    (4004, 'helpdesk.ticket', 2, '2024-11-02 08:30', 7, 6, 'comment', 1, 'private', '2024-11-02 08:30', '2024-11-02 08:30');
