-- Tables of the modules that a database may lack: sale, product, stock, hr, website_slides, helpdesk_mgmt.
create table product_category (id serial primary key, parent_id int, name varchar not null, complete_name varchar,
    parent_path varchar);
create table uom_uom (id serial primary key, category_id int, name jsonb not null, factor numeric, uom_type varchar);
create table product_template (id serial primary key, sequence int, categ_id int not null, uom_id int not null,
    uom_po_id int not null, company_id int, detailed_type varchar not null, type varchar, default_code varchar,
    name jsonb not null, description jsonb, list_price numeric, volume numeric, weight numeric, sale_ok bool,
    purchase_ok bool, active bool, create_date timestamp, write_date timestamp);
create table product_product (id serial primary key, product_tmpl_id int not null, default_code varchar, barcode varchar,
    combination_indices varchar, volume numeric, weight numeric, active bool, create_date timestamp, write_date timestamp);
create table product_pricelist (id serial primary key, sequence int, currency_id int not null, company_id int,
    discount_policy varchar not null, name jsonb not null, active bool);
create table product_pricelist_item (id serial primary key, pricelist_id int not null, company_id int, currency_id int,
    categ_id int, product_tmpl_id int, product_id int, base_pricelist_id int, applied_on varchar not null,
    base varchar not null, compute_price varchar not null, min_quantity numeric, fixed_price numeric, price_discount numeric,
    price_round numeric, price_surcharge numeric, price_min_margin numeric, price_max_margin numeric, active bool,
    date_start timestamp, date_end timestamp, percent_price double precision, create_date timestamp, write_date timestamp);
create table sale_order (id serial primary key, campaign_id int, source_id int, medium_id int, company_id int not null,
    partner_id int not null, partner_invoice_id int, partner_shipping_id int, pricelist_id int, currency_id int, user_id int,
    team_id int, analytic_account_id int, create_uid int, write_uid int, access_token varchar, name varchar not null,
    state varchar, client_order_ref varchar, origin varchar, invoice_status varchar, validity_date date, note text,
    currency_rate numeric, amount_untaxed numeric, amount_tax numeric, amount_total numeric, require_signature bool,
    commitment_date timestamp, date_order timestamp not null, signed_on timestamp, create_date timestamp,
    write_date timestamp, opportunity_id int, effective_date timestamp, delivery_status varchar);
create table sale_order_line (id serial primary key, order_id int not null, sequence int, company_id int, currency_id int,
    order_partner_id int, salesman_id int, product_id int, product_uom int, state varchar, display_type varchar,
    name text not null, product_uom_qty numeric not null, price_unit numeric not null, discount numeric,
    price_reduce numeric, price_subtotal numeric, price_total numeric, qty_delivered numeric, qty_invoiced numeric,
    price_tax double precision, customer_lead double precision, create_date timestamp, write_date timestamp,
    purchase_price numeric, margin numeric, margin_percent double precision);
create table stock_location (id serial primary key, location_id int, company_id int, name varchar not null,
    complete_name varchar, usage varchar not null, active bool);
create table stock_quant (id serial primary key, product_id int not null, company_id int, location_id int not null,
    lot_id int, quantity numeric, reserved_quantity numeric not null, in_date timestamp not null);
create table hr_employee (id serial primary key, user_id int, parent_id int, name varchar, job_title varchar,
    private_email varchar, passport_id varchar, active bool);
create view hr_employee_public as select id, user_id, parent_id, name, job_title, active from hr_employee;
create table slide_channel (id serial primary key, user_id int, name jsonb not null, total_time numeric, active bool);
create table slide_channel_partner (id serial primary key, channel_id int not null, partner_id int not null,
    completed bool, completion int, completed_slides_count int, create_uid int, write_uid int, create_date timestamp,
    write_date timestamp);
create table helpdesk_ticket_stage (id serial primary key, sequence int, mail_template_id int, company_id int,
    name jsonb not null, description jsonb, active bool, unattended bool, closed bool, fold bool,
    close_from_portal bool);
create table helpdesk_ticket_team (id serial primary key, company_id int, user_id int, alias_id int not null, color int,
    name varchar not null, active bool);
create table helpdesk_ticket_team_res_users_rel (helpdesk_ticket_team_id int not null, res_users_id int not null,
    primary key (helpdesk_ticket_team_id, res_users_id));
create table helpdesk_ticket_channel (id serial primary key, sequence int, company_id int, name varchar not null, active bool);
create table helpdesk_ticket_category (id serial primary key, sequence int, company_id int, name jsonb not null, active bool);
create table helpdesk_ticket (id serial primary key, user_id int, stage_id int, partner_id int, company_id int not null,
    channel_id int, category_id int, team_id int, color int, sequence int, create_uid int, write_uid int,
    access_token varchar, number varchar, name varchar not null, partner_name varchar, partner_email varchar,
    priority varchar, kanban_state varchar, description text not null, unattended bool, active bool,
    last_stage_update timestamp, assigned_date timestamp, closed_date timestamp, create_date timestamp,
    write_date timestamp);
