-- The tables of an EspoCRM 10 database that the preset reads, with the columns and types they have there; indexes and tables
-- that it does not read are left out.

create table account (
  id varchar(17) not null primary key, name varchar(249), deleted tinyint(1) default 0, website varchar(255),
  type varchar(255), industry varchar(255), sic_code varchar(40), billing_address_street varchar(255),
  billing_address_city varchar(255), billing_address_state varchar(255), billing_address_country varchar(255),
  billing_address_postal_code varchar(255), shipping_address_street varchar(255), shipping_address_city varchar(255),
  shipping_address_state varchar(255), shipping_address_country varchar(255), shipping_address_postal_code varchar(255),
  description mediumtext, created_at datetime, modified_at datetime, stream_updated_at datetime, campaign_id varchar(17),
  created_by_id varchar(17), modified_by_id varchar(17), assigned_user_id varchar(17), version_number bigint(20)
) engine=InnoDB default charset=utf8mb4;

create table `call` (
  id varchar(17) not null primary key, name varchar(255), deleted tinyint(1) default 0, status varchar(255) default 'Planned',
  date_start datetime, date_end datetime, direction varchar(255) default 'Outbound', description mediumtext, uid varchar(255),
  created_at datetime, modified_at datetime, stream_updated_at datetime, parent_id varchar(17), parent_type varchar(100),
  account_id varchar(17), created_by_id varchar(17), modified_by_id varchar(17), assigned_user_id varchar(17)
) engine=InnoDB default charset=utf8mb4;

create table campaign (
  id varchar(17) not null primary key, name varchar(255), deleted tinyint(1) default 0, status varchar(255) default 'Planning',
  type varchar(64) default 'Email', start_date date, end_date date, description mediumtext, created_at datetime,
  modified_at datetime, budget double, budget_currency varchar(3), mail_merge_only_with_address tinyint(1) not null default 1,
  created_by_id varchar(17), modified_by_id varchar(17), assigned_user_id varchar(17)
) engine=InnoDB default charset=utf8mb4;

create table `case` (
  id varchar(17) not null primary key, name varchar(255), deleted tinyint(1) default 0, number int(11) not null auto_increment,
  status varchar(255) default 'New', priority varchar(255) default 'Normal', type varchar(255), description mediumtext,
  is_internal tinyint(1) not null default 0, created_at datetime, modified_at datetime, stream_updated_at datetime,
  account_id varchar(17), lead_id varchar(17), contact_id varchar(17), inbound_email_id varchar(17), created_by_id varchar(17),
  modified_by_id varchar(17), assigned_user_id varchar(17), version_number bigint(20), unique key (number)
) engine=InnoDB default charset=utf8mb4;

create table contact (
  id varchar(17) not null primary key, deleted tinyint(1) default 0, salutation_name varchar(255), first_name varchar(100),
  last_name varchar(100), description mediumtext, do_not_call tinyint(1) not null default 0, address_street varchar(255),
  address_city varchar(100), address_state varchar(100), address_country varchar(100), address_postal_code varchar(40),
  created_at datetime, modified_at datetime, middle_name varchar(100), stream_updated_at datetime, account_id varchar(17),
  campaign_id varchar(17), created_by_id varchar(17), modified_by_id varchar(17), assigned_user_id varchar(17)
) engine=InnoDB default charset=utf8mb4;

create table currency (
  id varchar(3) not null primary key, rate double
) engine=InnoDB default charset=utf8mb4;

create table currency_record (
  id varchar(17) not null primary key, deleted tinyint(1) default 0, code varchar(3), status varchar(8) default 'Active',
  delete_id varchar(17) not null default '0'
) engine=InnoDB default charset=utf8mb4;

create table currency_record_rate (
  id varchar(17) not null primary key, deleted tinyint(1) default 0, base_code varchar(3), date date, created_at datetime,
  modified_at datetime, delete_id varchar(17) not null default '0', record_id varchar(17), rate decimal(20,8),
  created_by_id varchar(17), modified_by_id varchar(17)
) engine=InnoDB default charset=utf8mb4;

create table email (
  id varchar(17) not null primary key, name varchar(255), deleted tinyint(1) default 0, from_string varchar(255),
  message_id varchar(255), body_plain mediumtext, body mediumtext, is_html tinyint(1) not null default 1,
  status varchar(255) default 'Archived', date_sent datetime, created_at datetime, modified_at datetime, parent_id varchar(17),
  parent_type varchar(100), created_by_id varchar(17), modified_by_id varchar(17), assigned_user_id varchar(17),
  account_id varchar(17)
) engine=InnoDB default charset=utf8mb4;

create table email_address (
  id varchar(17) not null primary key, name varchar(255), deleted tinyint(1) default 0, lower varchar(255),
  invalid tinyint(1) not null default 0, opt_out tinyint(1) not null default 0
) engine=InnoDB default charset=utf8mb4;

create table entity_email_address (
  id bigint(20) not null auto_increment primary key, entity_id varchar(17), email_address_id varchar(17),
  entity_type varchar(100), `primary` tinyint(1) default 0, deleted tinyint(1) default 0
) engine=InnoDB default charset=utf8mb4;

create table entity_team (
  id bigint(20) not null auto_increment primary key, entity_id varchar(17), team_id varchar(17), entity_type varchar(100),
  deleted tinyint(1) default 0
) engine=InnoDB default charset=utf8mb4;

create table `lead` (
  id varchar(17) not null primary key, deleted tinyint(1) default 0, salutation_name varchar(255), first_name varchar(100),
  last_name varchar(100), title varchar(100), status varchar(255) default 'New', source varchar(255), industry varchar(255),
  opportunity_amount double, website varchar(255), do_not_call tinyint(1) not null default 0, description mediumtext,
  converted_at datetime, account_name varchar(255), created_at datetime, modified_at datetime, middle_name varchar(100),
  opportunity_amount_currency varchar(3), stream_updated_at datetime, campaign_id varchar(17), created_account_id varchar(17),
  created_contact_id varchar(17), created_opportunity_id varchar(17), created_by_id varchar(17), modified_by_id varchar(17),
  assigned_user_id varchar(17)
) engine=InnoDB default charset=utf8mb4;

create table meeting (
  id varchar(17) not null primary key, name varchar(255), deleted tinyint(1) default 0, status varchar(255) default 'Planned',
  date_start datetime, date_end datetime, is_all_day tinyint(1) not null default 0, description mediumtext, uid varchar(255),
  date_start_date date, date_end_date date, created_at datetime, modified_at datetime, stream_updated_at datetime,
  parent_id varchar(17), parent_type varchar(100), account_id varchar(17), created_by_id varchar(17), modified_by_id varchar(17),
  assigned_user_id varchar(17)
) engine=InnoDB default charset=utf8mb4;

create table note (
  id varchar(17) not null primary key, deleted tinyint(1) default 0, post mediumtext, data mediumtext, type varchar(24) default 'Post',
  target_type varchar(7), number bigint(20) not null auto_increment, is_global tinyint(1) not null default 0,
  is_internal tinyint(1) not null default 0, is_pinned tinyint(1) not null default 0, created_at datetime, modified_at datetime,
  parent_id varchar(17), parent_type varchar(100), related_id varchar(17), related_type varchar(100), created_by_id varchar(17),
  modified_by_id varchar(17), super_parent_id varchar(17), super_parent_type varchar(100), unique key (number)
) engine=InnoDB default charset=utf8mb4;

create table opportunity (
  id varchar(17) not null primary key, name varchar(255), deleted tinyint(1) default 0, amount double,
  stage varchar(255) default 'Prospecting', last_stage varchar(255), probability int(11), lead_source varchar(255), close_date date,
  description mediumtext, created_at datetime, modified_at datetime, amount_currency varchar(3), stream_updated_at datetime,
  account_id varchar(17), contact_id varchar(17), campaign_id varchar(17), created_by_id varchar(17), modified_by_id varchar(17),
  assigned_user_id varchar(17), version_number bigint(20)
) engine=InnoDB default charset=utf8mb4;

create table task (
  id varchar(17) not null primary key, name varchar(255), deleted tinyint(1) default 0, status varchar(255) default 'Not Started',
  priority varchar(255) default 'Normal', date_start datetime, date_end datetime, date_start_date date, date_end_date date,
  date_completed datetime, description mediumtext, created_at datetime, modified_at datetime, stream_updated_at datetime,
  parent_id varchar(17), parent_type varchar(100), account_id varchar(17), contact_id varchar(17), email_id varchar(17),
  created_by_id varchar(17), modified_by_id varchar(17), assigned_user_id varchar(17)
) engine=InnoDB default charset=utf8mb4;

create table team (
  id varchar(17) not null primary key, name varchar(100), deleted tinyint(1) default 0, position_list mediumtext,
  created_at datetime, modified_at datetime, layout_set_id varchar(17), working_time_calendar_id varchar(17)
) engine=InnoDB default charset=utf8mb4;

create table `user` (
  id varchar(17) not null primary key, deleted tinyint(1) default 0, user_name varchar(50), type varchar(24) default 'regular',
  password varchar(150), auth_method varchar(24), api_key varchar(100), salutation_name varchar(255), first_name varchar(100),
  last_name varchar(100), is_active tinyint(1) not null default 1, title varchar(100), avatar_color varchar(7), gender varchar(255),
  created_at datetime, modified_at datetime, middle_name varchar(100), default_team_id varchar(17), contact_id varchar(17),
  created_by_id varchar(17), delete_id varchar(17) not null default '0'
) engine=InnoDB default charset=utf8mb4;
