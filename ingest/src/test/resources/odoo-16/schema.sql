-- Tables of Odoo 16 as its ORM makes them: Char is varchar, translated Char jsonb, Monetary and Float with digits numeric,
-- other Float double precision, Datetime a timestamp without zone. Columns that the preset must not depend on are thinned.
create table res_currency (id serial primary key, name varchar(3) not null, symbol varchar, full_name varchar,
    rounding numeric, decimal_places int, active bool, position varchar, currency_unit_label varchar,
    create_uid int, create_date timestamp, write_uid int, write_date timestamp);
create table res_currency_rate (id serial primary key, currency_id int not null, company_id int, name date not null,
    rate numeric check (rate > 0), create_uid int, create_date timestamp, write_uid int, write_date timestamp,
    unique (name, currency_id, company_id));
create table res_company (id serial primary key, name varchar not null, partner_id int not null, currency_id int not null,
    sequence int, parent_id int, report_header text, logo_web bytea, email varchar, phone varchar, create_date timestamp,
    write_date timestamp);
create table res_country (id serial primary key, name jsonb not null, code varchar(2), currency_id int, phone_code int);
create table res_partner_industry (id serial primary key, name jsonb, full_name jsonb, active bool);
create table res_partner (id serial primary key, company_id int, create_date timestamp, name varchar, title int,
    parent_id int, user_id int, state_id int, country_id int, industry_id int, color int, commercial_partner_id int,
    create_uid int, write_uid int, display_name varchar, ref varchar, lang varchar, tz varchar, vat varchar,
    company_registry varchar, website varchar, function varchar, type varchar, street varchar, street2 varchar,
    zip varchar, city varchar, email varchar, phone varchar, mobile varchar, commercial_company_name varchar,
    company_name varchar, date date, comment text, partner_latitude numeric, partner_longitude numeric, active bool,
    employee bool, is_company bool, partner_share bool, write_date timestamp, signup_token varchar, signup_type varchar,
    signup_expiration timestamp, check ((type = 'contact' and name is not null) or type <> 'contact'));
create table res_users (id serial primary key, company_id int not null, partner_id int not null, active bool default true,
    create_date timestamp, login varchar not null unique, password varchar, action_id int, create_uid int, write_uid int,
    signature text, share bool, write_date timestamp, totp_secret varchar, notification_type varchar not null,
    odoobot_state varchar, sale_team_id int);
create table ir_model_fields (id serial primary key, model_id int, name varchar not null, model varchar not null,
    field_description jsonb not null, ttype varchar not null, relation varchar, state varchar not null, tracking int);
create table ir_property (id serial primary key, company_id int, fields_id int not null, name varchar, res_id varchar,
    type varchar not null, value_float double precision, value_integer int, value_text text, value_binary bytea,
    value_reference varchar, value_datetime timestamp);
create table utm_campaign (id serial primary key, user_id int not null, stage_id int not null, color int,
    is_auto_campaign bool, title jsonb not null, name varchar not null, create_date timestamp, write_date timestamp);
create table utm_source (id serial primary key, name varchar not null, create_date timestamp, write_date timestamp);
create table utm_medium (id serial primary key, name varchar not null, active bool, create_date timestamp,
    write_date timestamp);
create table crm_stage (id serial primary key, sequence int, team_id int, name jsonb not null, requirements text,
    is_won bool, fold bool, create_date timestamp, write_date timestamp);
create table crm_lost_reason (id serial primary key, name jsonb not null, active bool, create_date timestamp,
    write_date timestamp);
create table crm_team (id serial primary key, sequence int, company_id int, user_id int, color int, name jsonb not null,
    active bool, alias_id int, use_leads bool, use_opportunities bool, assignment_domain varchar,
    lead_properties_definition jsonb, invoiced_target double precision, create_date timestamp, write_date timestamp);
create table crm_team_member (id serial primary key, crm_team_id int not null, user_id int not null, active bool,
    assignment_max int, create_date timestamp, write_date timestamp);
create table crm_lead (id serial primary key, campaign_id int, source_id int, medium_id int, message_bounce int,
    user_id int, company_id int, team_id int, stage_id int, color int, recurring_plan int, partner_id int, title int,
    lang_id int, state_id int, country_id int, lost_reason_id int, create_uid int, write_uid int, phone_sanitized varchar,
    email_normalized varchar, email_cc varchar, name varchar not null, referred varchar, type varchar not null,
    priority varchar, contact_name varchar, partner_name varchar, function varchar, email_from varchar, phone varchar,
    mobile varchar, phone_state varchar, email_state varchar, website varchar, street varchar, street2 varchar,
    zip varchar, city varchar, date_deadline date, lead_properties jsonb, description text, expected_revenue numeric,
    prorated_revenue numeric, recurring_revenue numeric, recurring_revenue_monthly numeric,
    recurring_revenue_monthly_prorated numeric, active bool, date_closed timestamp, date_action_last timestamp,
    date_open timestamp, date_last_stage_update timestamp, date_conversion timestamp, create_date timestamp,
    write_date timestamp, day_open double precision, day_close double precision,
    probability double precision check (probability >= 0 and probability <= 100), automated_probability double precision);
create table mail_message_subtype (id serial primary key, name jsonb not null, internal bool, res_model varchar,
    "default" bool, hidden bool, sequence int);
create table mail_message (id serial primary key, parent_id int, res_id int, record_name varchar, mail_activity_type_id int,
    subtype_id int, author_id int, author_guest_id int, mail_server_id int, create_uid int, write_uid int,
    subject varchar, model varchar, message_type varchar not null, email_from varchar, message_id varchar,
    reply_to varchar, email_layout_xmlid varchar, body text, is_internal bool, reply_to_force_new bool,
    email_add_signature bool, date timestamp, create_date timestamp, write_date timestamp);
create table mail_tracking_value (id serial primary key, field int not null references ir_model_fields on delete cascade,
    old_value_integer int, new_value_integer int, currency_id int, mail_message_id int not null references mail_message,
    tracking_sequence int, create_uid int, write_uid int, field_desc varchar not null, field_type varchar,
    old_value_char varchar, new_value_char varchar, old_value_text text, new_value_text text,
    old_value_datetime timestamp, new_value_datetime timestamp, create_date timestamp, write_date timestamp,
    old_value_float double precision, old_value_monetary double precision, new_value_float double precision,
    new_value_monetary double precision);
create table mail_activity_type (id serial primary key, sequence int, delay_count int, name jsonb not null,
    summary jsonb, default_note jsonb, category varchar, icon varchar, res_model varchar, active bool);
create table mail_activity (id serial primary key, res_model_id int not null, res_id int, activity_type_id int,
    user_id int not null, request_partner_id int, recommended_activity_type_id int, previous_activity_type_id int,
    create_uid int, write_uid int, res_model varchar, res_name varchar, summary varchar, date_deadline date not null,
    note text, automated bool, create_date timestamp, write_date timestamp, calendar_event_id int);
create table calendar_event (id serial primary key, user_id int, videocall_channel_id int, res_id int, res_model_id int,
    recurrence_id int, create_uid int, write_uid int, name varchar not null, location varchar, videocall_location varchar,
    privacy varchar not null, show_as varchar not null, res_model varchar, start_date date, stop_date date,
    description text, active bool, allday bool, recurrency bool, start timestamp not null, stop timestamp not null,
    create_date timestamp, write_date timestamp, duration double precision, opportunity_id int);
