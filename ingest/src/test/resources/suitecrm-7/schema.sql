-- The tables of a SuiteCRM 7.14 database that the preset reads, with the columns and types they have there; indexes and
-- tables that it does not read are left out.

create table accounts (
  id char(36) not null primary key, name varchar(150), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  account_type varchar(50), industry varchar(50), annual_revenue varchar(100), phone_fax varchar(100),
  billing_address_street varchar(150), billing_address_city varchar(100), billing_address_state varchar(100),
  billing_address_postalcode varchar(20), billing_address_country varchar(255), rating varchar(100), phone_office varchar(100),
  phone_alternate varchar(100), website varchar(255), ownership varchar(100), employees varchar(10),
  ticker_symbol varchar(10), shipping_address_street varchar(150), shipping_address_city varchar(100), shipping_address_state varchar(100),
  shipping_address_postalcode varchar(20), shipping_address_country varchar(255), parent_id char(36), sic_code varchar(10), campaign_id char(36)
) engine=InnoDB default charset=utf8mb3;

create table accounts_contacts (
  id varchar(36) not null primary key, contact_id varchar(36), account_id varchar(36), date_modified datetime,
  deleted tinyint(1) default 0
) engine=InnoDB default charset=utf8mb3;

create table accounts_opportunities (
  id varchar(36) not null primary key, opportunity_id varchar(36), account_id varchar(36),
  date_modified datetime, deleted tinyint(1) default 0
) engine=InnoDB default charset=utf8mb3;

create table acl_roles (
  id char(36) not null primary key, date_entered datetime, date_modified datetime, modified_user_id char(36),
  created_by char(36), name varchar(150), description text, deleted tinyint(1)
) engine=InnoDB default charset=utf8mb3;

create table acl_roles_users (
  id varchar(36) not null primary key, role_id varchar(36), user_id varchar(36), date_modified datetime,
  deleted tinyint(1) default 0
) engine=InnoDB default charset=utf8mb3;

create table aop_case_updates (
  id char(36) not null primary key, name varchar(255), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  case_id char(36), contact_id char(36), internal tinyint(1)
) engine=InnoDB default charset=utf8mb3;

create table aos_invoices (
  id char(36) not null primary key, name varchar(255), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  billing_account_id char(36), billing_contact_id char(36),
  billing_address_street varchar(150), billing_address_city varchar(100), billing_address_state varchar(100),
  billing_address_postalcode varchar(20), billing_address_country varchar(255),
  shipping_address_street varchar(150), shipping_address_city varchar(100), shipping_address_state varchar(100),
  shipping_address_postalcode varchar(20), shipping_address_country varchar(255),
  number int(11) not null, total_amt decimal(26,6), total_amt_usdollar decimal(26,6),
  subtotal_amount decimal(26,6), subtotal_amount_usdollar decimal(26,6),
  discount_amount decimal(26,6), discount_amount_usdollar decimal(26,6),
  tax_amount decimal(26,6), tax_amount_usdollar decimal(26,6),
  shipping_amount decimal(26,6), shipping_amount_usdollar decimal(26,6),
  shipping_tax varchar(100), shipping_tax_amt decimal(26,6), shipping_tax_amt_usdollar decimal(26,6),
  total_amount decimal(26,6), total_amount_usdollar decimal(26,6),
  currency_id char(36), quote_number int(11), quote_date date, invoice_date date, due_date date,
  status varchar(100), template_ddown_c text, subtotal_tax_amount decimal(26,6), subtotal_tax_amount_usdollar decimal(26,6)
) engine=InnoDB default charset=utf8mb3;

create table aos_product_categories (
  id char(36) not null primary key, name varchar(255), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  is_parent tinyint(1) default 0, parent_category_id char(36)
) engine=InnoDB default charset=utf8mb3;

create table aos_products (
  id char(36) not null primary key, name varchar(255), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  maincode varchar(100) default 'XXXX', part_number varchar(25), category varchar(100), type varchar(100) default 'Good',
  cost decimal(26,6), cost_usdollar decimal(26,6), currency_id char(36), price decimal(26,6), price_usdollar decimal(26,6),
  url varchar(255), contact_id char(36), product_image varchar(255), aos_product_category_id char(36)
) engine=InnoDB default charset=utf8mb3;

create table aos_products_quotes (
  id char(36) not null primary key, name text, date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  currency_id char(36), part_number varchar(255), item_description text, number int(11), product_qty decimal(18,4),
  product_cost_price decimal(26,6), product_cost_price_usdollar decimal(26,6),
  product_list_price decimal(26,6), product_list_price_usdollar decimal(26,6),
  product_discount decimal(26,6), product_discount_usdollar decimal(26,6),
  product_discount_amount decimal(26,6), product_discount_amount_usdollar decimal(26,6),
  discount varchar(255) default 'Percentage', product_unit_price decimal(26,6), product_unit_price_usdollar decimal(26,6),
  vat_amt decimal(26,6), vat_amt_usdollar decimal(26,6),
  product_total_price decimal(26,6), product_total_price_usdollar decimal(26,6),
  vat varchar(100) default '5.0', parent_type varchar(100), parent_id char(36), product_id char(36), group_id char(36)
) engine=InnoDB default charset=utf8mb3;

create table aos_quotes (
  id char(36) not null primary key, name varchar(255), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  approval_issue text, billing_account_id char(36), billing_contact_id char(36),
  billing_address_street varchar(150), billing_address_city varchar(100), billing_address_state varchar(100),
  billing_address_postalcode varchar(20), billing_address_country varchar(255),
  shipping_address_street varchar(150), shipping_address_city varchar(100), shipping_address_state varchar(100),
  shipping_address_postalcode varchar(20), shipping_address_country varchar(255),
  expiration date, number int(11), opportunity_id char(36), template_ddown_c text,
  total_amt decimal(26,6), total_amt_usdollar decimal(26,6),
  subtotal_amount decimal(26,6), subtotal_amount_usdollar decimal(26,6),
  discount_amount decimal(26,6), discount_amount_usdollar decimal(26,6),
  tax_amount decimal(26,6), tax_amount_usdollar decimal(26,6),
  shipping_amount decimal(26,6), shipping_amount_usdollar decimal(26,6),
  shipping_tax varchar(100), shipping_tax_amt decimal(26,6), shipping_tax_amt_usdollar decimal(26,6),
  total_amount decimal(26,6), total_amount_usdollar decimal(26,6),
  currency_id char(36), stage varchar(100) default 'Draft', term varchar(100), terms_c text,
  approval_status varchar(100), invoice_status varchar(100) default 'Not Invoiced', subtotal_tax_amount decimal(26,6),
  subtotal_tax_amount_usdollar decimal(26,6)
) engine=InnoDB default charset=utf8mb3;

create table aos_quotes_aos_invoices_c (
  id varchar(36) not null primary key, date_modified datetime, deleted tinyint(1) default 0,
  aos_quotes77d9_quotes_ida varchar(36), aos_quotes6b83nvoices_idb varchar(36)
) engine=InnoDB default charset=utf8mb3;

create table calls (
  id char(36) not null primary key, name varchar(50), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  direction varchar(100), duration_hours int(2), duration_minutes int(2), date_start datetime, date_end datetime, parent_type varchar(255),
  status varchar(100) default 'Planned', parent_id char(36), reminder_time int(11) default -1,
  email_reminder_time int(11) default -1, email_reminder_sent tinyint(1) default 0, outlook_id varchar(255),
  repeat_type varchar(36), repeat_interval int(3) default 1, repeat_dow varchar(7), repeat_until date,
  repeat_count int(7), repeat_parent_id char(36), recurring_source varchar(36)
) engine=InnoDB default charset=utf8mb3;

create table campaigns (
  id char(36) not null primary key, name varchar(255), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), deleted tinyint(1) default 0, assigned_user_id char(36),
  tracker_key int(11) not null auto_increment unique, tracker_count int(11) default 0,
  refer_url varchar(255) default 'http://', tracker_text varchar(255), start_date date, end_date date, status varchar(100),
  impressions int(11) default 0, currency_id char(36), budget double, expected_cost double, actual_cost double,
  expected_revenue double, campaign_type varchar(100), objective text, content text, frequency varchar(100),
  survey_id char(36)
) engine=InnoDB default charset=utf8mb3;

create table cases (
  id char(36) not null primary key, name varchar(255), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  case_number int(11) not null auto_increment unique, type varchar(255), status varchar(100), priority varchar(100),
  resolution text, work_log text, account_id char(36), state varchar(100) default 'Open', contact_created_by_id char(36)
) engine=InnoDB default charset=utf8mb3;

create table cases_audit (
  id char(36) not null primary key, parent_id char(36) not null, date_created datetime, created_by varchar(36),
  field_name varchar(100), data_type varchar(100), before_value_string varchar(255), after_value_string varchar(255),
  before_value_text text, after_value_text text, key idx_cases_parent_id (parent_id)
) engine=InnoDB default charset=utf8mb3;

create table contacts (
  id char(36) not null primary key, date_entered datetime, date_modified datetime, modified_user_id char(36),
  created_by char(36), description text, deleted tinyint(1) default 0, assigned_user_id char(36),
  salutation varchar(255), first_name varchar(100), last_name varchar(100), title varchar(100), photo varchar(255),
  department varchar(255), do_not_call tinyint(1) default 0, phone_home varchar(100), phone_mobile varchar(100),
  phone_work varchar(100), phone_other varchar(100), phone_fax varchar(100), lawful_basis text, date_reviewed date,
  lawful_basis_source varchar(100), primary_address_street varchar(150), primary_address_city varchar(100), primary_address_state varchar(100),
  primary_address_postalcode varchar(20), primary_address_country varchar(255),
  alt_address_street varchar(150), alt_address_city varchar(100), alt_address_state varchar(100),
  alt_address_postalcode varchar(20), alt_address_country varchar(255),
  assistant varchar(75), assistant_phone varchar(100), lead_source varchar(255), reports_to_id char(36),
  birthdate date, campaign_id char(36), joomla_account_id varchar(255), portal_account_disabled tinyint(1),
  portal_user_type varchar(100) default 'Single'
) engine=InnoDB default charset=utf8mb3;

create table currencies (
  id char(36) not null primary key, name varchar(36), symbol varchar(36), iso4217 varchar(3),
  conversion_rate double default 0, status varchar(100), deleted tinyint(1), date_entered datetime, date_modified datetime,
  created_by char(36) not null
) engine=InnoDB default charset=utf8mb3;

create table email_addr_bean_rel (
  id char(36) not null primary key, email_address_id char(36) not null, bean_id char(36) not null,
  bean_module varchar(100), primary_address tinyint(1) default 0, reply_to_address tinyint(1) default 0,
  date_created datetime, date_modified datetime, deleted tinyint(1) default 0
) engine=InnoDB default charset=utf8mb3;

create table email_addresses (
  id char(36) not null primary key, email_address varchar(255), email_address_caps varchar(255),
  invalid_email tinyint(1) default 0, opt_out tinyint(1) default 0, confirm_opt_in varchar(255) default 'not-opt-in',
  confirm_opt_in_date datetime, confirm_opt_in_sent_date datetime, confirm_opt_in_fail_date datetime,
  confirm_opt_in_token varchar(255), date_created datetime, date_modified datetime, deleted tinyint(1) default 0
) engine=InnoDB default charset=utf8mb3;

create table emails (
  id char(36) not null primary key, name varchar(255), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), deleted tinyint(1) default 0, assigned_user_id char(36),
  orphaned tinyint(1), last_synced datetime, date_sent_received datetime, message_id varchar(255), type varchar(100),
  status varchar(100), flagged tinyint(1), reply_to_status tinyint(1), intent varchar(100) default 'pick',
  mailbox_id char(36), parent_type varchar(100), parent_id char(36), uid varchar(255), category_id varchar(100)
) engine=InnoDB default charset=utf8mb3;

create table leads (
  id char(36) not null primary key, date_entered datetime, date_modified datetime, modified_user_id char(36),
  created_by char(36), description text, deleted tinyint(1) default 0, assigned_user_id char(36),
  salutation varchar(255), first_name varchar(100), last_name varchar(100), title varchar(100), photo varchar(255),
  department varchar(255), do_not_call tinyint(1) default 0, phone_home varchar(100), phone_mobile varchar(100),
  phone_work varchar(100), phone_other varchar(100), phone_fax varchar(100), lawful_basis text, date_reviewed date,
  lawful_basis_source varchar(100), primary_address_street varchar(150), primary_address_city varchar(100), primary_address_state varchar(100),
  primary_address_postalcode varchar(20), primary_address_country varchar(255),
  alt_address_street varchar(150), alt_address_city varchar(100), alt_address_state varchar(100),
  alt_address_postalcode varchar(20), alt_address_country varchar(255),
  assistant varchar(75), assistant_phone varchar(100), converted tinyint(1) default 0,
  refered_by varchar(100), lead_source varchar(100), lead_source_description text, status varchar(100),
  status_description text, reports_to_id char(36), account_name varchar(255), account_description text,
  contact_id char(36), account_id char(36), opportunity_id char(36), opportunity_name varchar(255),
  opportunity_amount varchar(50), campaign_id char(36), birthdate date, portal_name varchar(255), portal_app varchar(255),
  website varchar(255)
) engine=InnoDB default charset=utf8mb3;

create table leads_audit (
  id char(36) not null primary key, parent_id char(36) not null, date_created datetime, created_by varchar(36),
  field_name varchar(100), data_type varchar(100), before_value_string varchar(255), after_value_string varchar(255),
  before_value_text text, after_value_text text, key idx_leads_parent_id (parent_id)
) engine=InnoDB default charset=utf8mb3;

create table meetings (
  id char(36) not null primary key, name varchar(50), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  location varchar(50), password varchar(50), join_url varchar(200), host_url varchar(400), displayed_url varchar(400),
  creator varchar(50), external_id varchar(50), type varchar(255) default 'Sugar', duration_hours int(2), duration_minutes int(2), date_start datetime, date_end datetime, parent_type varchar(255),
  status varchar(100) default 'Planned', parent_id char(36), reminder_time int(11) default -1,
  email_reminder_time int(11) default -1, email_reminder_sent tinyint(1) default 0, outlook_id varchar(255),
  repeat_type varchar(36), repeat_interval int(3) default 1, repeat_dow varchar(7), repeat_until date,
  repeat_count int(7), repeat_parent_id char(36), recurring_source varchar(36),
  sequence int(11) default 0, gsync_id varchar(1024), gsync_lastsync int(11), jjwg_maps_lat_c float(10,8) default 0,
  jjwg_maps_lng_c float(11,8) default 0
) engine=InnoDB default charset=utf8mb3;

create table opportunities (
  id char(36) not null primary key, name varchar(50), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  opportunity_type varchar(255), campaign_id char(36), lead_source varchar(50), amount double, amount_usdollar double,
  currency_id char(36), date_closed date, next_step varchar(100), sales_stage varchar(255), probability double
) engine=InnoDB default charset=utf8mb3;

create table opportunities_audit (
  id char(36) not null primary key, parent_id char(36) not null, date_created datetime, created_by varchar(36),
  field_name varchar(100), data_type varchar(100), before_value_string varchar(255), after_value_string varchar(255),
  before_value_text text, after_value_text text, key idx_opportunities_parent_id (parent_id)
) engine=InnoDB default charset=utf8mb3;

create table securitygroups (
  id char(36) not null primary key, name varchar(255), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  noninheritable tinyint(1)
) engine=InnoDB default charset=utf8mb3;

create table securitygroups_records (
  id char(36) not null primary key, securitygroup_id char(36), record_id char(36), module char(36),
  date_modified datetime, modified_user_id char(36), created_by char(36), deleted tinyint(1) not null default 0
) engine=InnoDB default charset=utf8mb3;

create table securitygroups_users (
  id varchar(36) not null primary key, date_modified datetime, deleted tinyint(1) default 0,
  securitygroup_id varchar(36), user_id varchar(36), primary_group tinyint(1), noninheritable tinyint(1) default 0
) engine=InnoDB default charset=utf8mb3;

create table tasks (
  id char(36) not null primary key, name varchar(50), date_entered datetime, date_modified datetime,
  modified_user_id char(36), created_by char(36), description text, deleted tinyint(1) default 0,
  assigned_user_id char(36),
  status varchar(100) default 'Not Started', date_due_flag tinyint(1) default 0, date_due datetime,
  date_start_flag tinyint(1) default 0, date_start datetime, parent_type varchar(255), parent_id char(36),
  contact_id char(36), priority varchar(100)
) engine=InnoDB default charset=utf8mb3;

create table users (
  id char(36) not null primary key, user_name varchar(60), user_hash varchar(255),
  system_generated_password tinyint(1), pwd_last_changed datetime, authenticate_id varchar(100),
  sugar_login tinyint(1) default 1, first_name varchar(255), last_name varchar(255), is_admin tinyint(1) default 0,
  external_auth_only tinyint(1) default 0, receive_notifications tinyint(1) default 1, description text,
  date_entered datetime, date_modified datetime, modified_user_id char(36), created_by char(36), title varchar(50),
  photo varchar(255), department varchar(50), phone_home varchar(50), phone_mobile varchar(50), phone_work varchar(50),
  phone_other varchar(50), phone_fax varchar(50), status varchar(100), address_street varchar(150),
  address_city varchar(100), address_state varchar(100), address_country varchar(100), address_postalcode varchar(20),
  deleted tinyint(1), portal_only tinyint(1) default 0, show_on_employees tinyint(1) default 1,
  employee_status varchar(100), messenger_id varchar(100), messenger_type varchar(100), reports_to_id char(36),
  is_group tinyint(1), factor_auth tinyint(1), factor_auth_interface varchar(255)
) engine=InnoDB default charset=utf8mb3;
