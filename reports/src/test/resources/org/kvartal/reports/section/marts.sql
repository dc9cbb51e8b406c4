-- The marts as a night publishes them; SectionDataTest holds their columns against the SQL of the marts.
create table mart.account_completeness (
    owner_id varchar,
    field varchar,
    account_count bigint,
    filled_count bigint
);

create table mart.activity_by_month (
    month date,
    owner_id varchar,
    kind varchar,
    planned_count bigint,
    done_as_planned_count bigint,
    open_count bigint,
    cancelled_count bigint,
    unplanned_count bigint,
    done_minutes double
);

create table mart.bookings_by_month (
    month date,
    product_id varchar,
    region varchar,
    team_id varchar,
    owner_id varchar,
    segment varchar,
    won_count bigint,
    won_amount decimal(18,2)
);

create table mart.closed_by_competitor (
    month date,
    competitor_id varchar,
    contested_count bigint,
    won_count bigint,
    lost_count bigint,
    open_count bigint,
    won_amount decimal(18,2),
    lost_amount decimal(18,2),
    open_amount decimal(18,2)
);

create table mart.closed_by_month (
    month date,
    region varchar,
    product_id varchar,
    source varchar,
    won_count bigint,
    lost_count bigint,
    won_amount decimal(18,2),
    lost_amount decimal(18,2)
);

create table mart.deals_compared (
    opportunity_id varchar,
    before_outcome varchar,
    before_owner_id varchar,
    before_region varchar,
    before_product_id varchar,
    before_segment varchar,
    before_stage varchar,
    before_promised_date date,
    before_month date,
    before_close_date date,
    before_amount decimal(18,2),
    before_win_in_quarter double,
    before_outlook_amount decimal(18,2),
    after_outcome varchar,
    after_owner_id varchar,
    after_region varchar,
    after_product_id varchar,
    after_segment varchar,
    after_stage varchar,
    after_promised_date date,
    after_month date,
    after_close_date date,
    after_amount decimal(18,2),
    after_win_in_quarter double,
    after_outlook_amount decimal(18,2)
);

create table mart.open_opportunities (
    opportunity_id varchar,
    opportunity_name varchar,
    account_id varchar,
    owner_id varchar,
    team_id varchar,
    region varchar,
    product_id varchar,
    competitor_id varchar,
    segment varchar,
    source varchar,
    stage varchar,
    amount decimal(18,2),
    probability double,
    created_date date,
    expected_close_date date,
    age_days bigint,
    stage_days bigint,
    overdue boolean,
    overdue_days bigint,
    last_activity_date date,
    age_limit_days double,
    stage_limit_days double,
    stuck boolean,
    stuck_reason varchar
);

create table mart.opportunities_as_of (
    opportunity_id varchar,
    opportunity_name varchar,
    account_id varchar,
    owner_id varchar,
    team_id varchar,
    region varchar,
    product_id varchar,
    competitor_id varchar,
    segment varchar,
    source varchar,
    stage varchar,
    outcome varchar,
    amount decimal(18,2),
    probability double,
    created_date date,
    stage_entered_date date,
    expected_close_date date,
    close_date date,
    close_month date,
    age_days bigint
);

create table mart.opportunity_ages (
    month date,
    outcome varchar,
    age_from_days bigint,
    age_to_days bigint,
    opportunity_count bigint,
    amount decimal(18,2),
    age_days bigint
);

create table mart.outlook_bridge (
    position bigint,
    quarter varchar,
    bucket varchar,
    opportunity_count bigint,
    amount decimal(18,2)
);

create table mart.outlook_changes (
    position bigint,
    opportunity_id varchar,
    bucket varchar,
    direction varchar,
    owner_id varchar,
    region varchar,
    product_id varchar,
    segment varchar,
    stage varchar,
    expected_month date,
    amount_before decimal(18,2),
    amount_after decimal(18,2),
    change_amount decimal(18,2)
);

create table mart.pipeline_bridge (
    position bigint,
    bucket varchar,
    opportunity_count bigint,
    amount decimal(18,2),
    moved_amount decimal(18,2)
);

create table mart.pipeline_by_stage (
    stage varchar,
    region varchar,
    product_id varchar,
    open_count bigint,
    open_amount decimal(18,2),
    weighted_amount decimal(18,2),
    without_amount_count bigint,
    age_days bigint,
    overdue_count bigint,
    overdue_amount decimal(18,2),
    stuck_count bigint,
    stuck_amount decimal(18,2)
);

create table mart.pipeline_changes (
    position bigint,
    opportunity_id varchar,
    bucket varchar,
    direction varchar,
    owner_id varchar,
    region varchar,
    product_id varchar,
    segment varchar,
    stage varchar,
    expected_month date,
    amount_before decimal(18,2),
    amount_after decimal(18,2),
    change_amount decimal(18,2)
);

create table mart.plan_by_month (
    scope varchar,
    month date,
    plan_amount decimal(18,2),
    won_amount decimal(18,2),
    year_before_won_amount decimal(18,2)
);

create table mart.price_position (
    product_id varchar,
    competitor_product_id varchar,
    competitor_id varchar,
    match varchar,
    match_confidence double,
    match_status varchar,
    verdict varchar,
    observed_on date,
    staleness_days bigint,
    maximum_age_days bigint,
    stale boolean,
    origin varchar,
    competitor_price decimal(18,2),
    promotion boolean,
    changed_on date,
    price_before decimal(18,2),
    own_price decimal(18,2),
    gap_log double,
    gap_rate double,
    compared boolean,
    product_compared_count bigint,
    product_cheaper_count bigint,
    sales_weight double,
    competitor_sales_weight double
);

create table mart.quota_by_month (
    month date,
    owner_id varchar,
    quota_amount decimal(18,2),
    won_amount decimal(18,2)
);

create table mart.request_handling (
    request_id varchar,
    agent_id varchar,
    team_id varchar,
    account_id varchar,
    product_id varchar,
    channel varchar,
    category varchar,
    priority varchar,
    opened_at timestamp with time zone,
    opened_month date,
    opened_weekday bigint,
    opened_hour bigint,
    ended_month date,
    resolved_month date,
    ending varchar,
    auto_close_sign varchar,
    first_response_hours double,
    first_response_working_hours double,
    handling_hours double,
    handling_working_hours double,
    before_touch_hours double,
    work_hours double,
    waiting_hours double,
    hand_over_hours double,
    reopened_hours double,
    reopen_count bigint,
    hand_over_count bigint,
    promise varchar,
    censored boolean,
    satisfaction double,
    months_since_training bigint
);

create table mart.requests_by_month (
    month date,
    team_id varchar,
    channel varchar,
    priority varchar,
    opened_count bigint,
    resolved_count bigint,
    auto_closed_count bigint,
    cancelled_count bigint,
    open_count bigint,
    reopen_count bigint,
    hand_over_count bigint,
    first_response_count bigint,
    first_response_hours double,
    handled_count bigint,
    handling_hours double,
    handling_hours_median double,
    handling_hours_p90 double,
    satisfaction_count bigint,
    satisfaction_sum double
);

create table mart.training_coverage (
    team_id varchar,
    role varchar,
    headcount bigint,
    trained_count bigint,
    untrained_count bigint
);

create table mart.training_register (
    training_id varchar,
    programme varchar,
    topic varchar,
    held_on date,
    trainer_id varchar,
    hours double,
    held boolean,
    enrolled_count bigint,
    attended_count bigint,
    missed_count bigint,
    unrecorded_count bigint,
    score_count bigint,
    score_sum double
);

create table mart.contact_history (
    account_id varchar,
    happened_at timestamptz,
    event varchar,
    channel varchar,
    event_key varchar,
    owner_id varchar,
    amount decimal(18,2)
);

create table mart.conversion_by_cohort (
    created_month date,
    region varchar,
    product_id varchar,
    source varchar,
    created_count bigint,
    won_count bigint,
    lost_count bigint,
    open_count bigint,
    watched_90_count bigint,
    won_within_90_count bigint,
    won_amount decimal(18,2),
    open_amount decimal(18,2)
);

create table mart.leads_by_cohort (
    created_month date,
    source varchar,
    campaign_id varchar,
    lead_count bigint,
    converted_count bigint,
    won_count bigint,
    lost_count bigint,
    won_amount decimal(18,2),
    watched_90_count bigint,
    converted_within_90_count bigint,
    watched_365_count bigint,
    won_within_365_count bigint
);

create table mart.campaign_results (
    touch varchar,
    campaign_id varchar,
    started_on date,
    cost decimal(18,2),
    lead_count bigint,
    opportunity_count bigint,
    won_count bigint,
    lost_count bigint,
    open_count bigint,
    won_amount decimal(18,2),
    open_amount decimal(18,2)
);

create table mart.promises (
    opportunity_id varchar,
    owner_id varchar,
    region varchar,
    product_id varchar,
    outcome varchar,
    amount decimal(18,2),
    first_promised_date date,
    promised_date date,
    push_count bigint,
    push_days bigint,
    pull_count bigint,
    pull_days bigint,
    late_days bigint
);

create table mart.slippage_by_quarter (
    quarter date,
    owner_id varchar,
    finished boolean,
    promised_count bigint,
    won_count bigint,
    lost_count bigint,
    slipped_count bigint,
    promised_amount decimal(18,2),
    won_amount decimal(18,2),
    lost_amount decimal(18,2),
    slipped_amount decimal(18,2)
);

create table mart.account_coverage (
    account_id varchar,
    owner_id varchar,
    region varchar,
    segment varchar,
    open_count bigint,
    open_amount decimal(18,2),
    won_amount decimal(18,2),
    done_count bigint,
    visit_count bigint,
    planned_count bigint,
    last_activity_date date,
    idle_days bigint,
    neglected boolean
);

create table mart.activity_outcomes (
    month date,
    owner_id varchar,
    kind varchar,
    done_count bigint,
    watched_count bigint,
    followed_count bigint,
    won_count bigint
);

create table mart.offers (
    offer_key varchar,
    opportunity_id varchar,
    owner_id varchar,
    region varchar,
    product_id varchar,
    segment varchar,
    revision_count bigint,
    first_sent_date date,
    last_sent_date date,
    state varchar,
    decided_date date,
    first_amount decimal(18,2),
    amount decimal(18,2),
    list_amount decimal(18,2),
    discount_amount decimal(18,2),
    order_count bigint,
    ordered_amount decimal(18,2),
    decision_days bigint,
    order_days bigint
);

create table mart.order_cycle (
    order_id varchar,
    account_id varchar,
    opportunity_id varchar,
    owner_id varchar,
    state varchar,
    amount decimal(18,2),
    line_amount decimal(18,2),
    ordered_date date,
    promised_date date,
    delivered_date date,
    lead_days bigint,
    late_days bigint,
    on_time_in_full boolean,
    age_days bigint
);

create table mart.order_flow (
    month date,
    owner_id varchar,
    movement varchar,
    order_count bigint,
    amount decimal(18,2)
);

create table mart.stock_cover (
    product_id varchar,
    stock_date date,
    on_hand_units double,
    empty_days bigint,
    known_days bigint,
    demand_units double,
    demand_days bigint,
    open_units double,
    expected_units double,
    out_of_stock boolean,
    short_units double
);

create table mart.customer_cohorts (
    basis varchar,
    cohort_month date,
    months_since bigint,
    month date,
    customer_count bigint,
    active_count bigint,
    first_amount decimal(18,2),
    amount decimal(18,2),
    retained_amount decimal(18,2)
);

create table mart.customer_rfm (
    basis varchar,
    account_id varchar,
    first_day date,
    last_day date,
    recency_days bigint,
    frequency_count bigint,
    amount decimal(18,2),
    recency_score bigint,
    frequency_score bigint,
    amount_score bigint,
    recency_threshold bigint,
    frequency_threshold bigint,
    amount_threshold decimal(18,2),
    customer_group varchar
);

create table mart.plan_attainment (
    scope varchar,
    period varchar,
    period_label varchar,
    first_day date,
    last_day date,
    plan_amount decimal(18,2),
    booked_amount decimal(18,2),
    days_gone bigint,
    days_left bigint,
    working_days_gone bigint,
    working_days_left bigint
);

create table mart.sales_bridge (
    basis varchar,
    quarter date,
    against varchar,
    product_id varchar,
    counted varchar,
    before_quantity double,
    quantity double,
    before_amount decimal(18,2),
    price_amount decimal(18,2),
    volume_amount decimal(18,2),
    mix_amount decimal(18,2),
    new_amount decimal(18,2),
    lost_amount decimal(18,2),
    unquantified_amount decimal(18,2),
    currency_amount decimal(18,2),
    amount decimal(18,2)
);

create table mart.sales_by_month (
    basis varchar,
    month date,
    plan_scope varchar,
    product_id varchar,
    region varchar,
    team_id varchar,
    owner_id varchar,
    segment varchar,
    source varchar,
    line_count bigint,
    quantity double,
    amount decimal(18,2),
    costed_amount decimal(18,2),
    cost_amount decimal(18,2),
    plan_amount decimal(18,2),
    month_before_amount decimal(18,2),
    quarter_before_amount decimal(18,2),
    year_before_amount decimal(18,2)
);

create table mart.sales_lines (
    basis varchar,
    document_key varchar,
    line bigint,
    day date,
    account_id varchar,
    product_id varchar,
    region varchar,
    team_id varchar,
    owner_id varchar,
    segment varchar,
    source varchar,
    quantity double,
    amount decimal(18,2),
    cost_amount decimal(18,2),
    currency varchar,
    amount_original decimal(18,2)
);

create table mart.sales_ranking (
    basis varchar,
    dimension varchar,
    member_key varchar,
    rank bigint,
    amount decimal(18,2),
    cumulative_amount decimal(18,2),
    total_amount decimal(18,2),
    class varchar
);

create table mart.encyclopedia (
    subject varchar,
    subject_key varchar,
    topic varchar,
    fact varchar,
    about varchar,
    value double,
    unit varchar,
    remark varchar,
    source varchar,
    dated_on date,
    age_days bigint
);

create table mart.purchases_due (
    account_id varchar,
    product_id varchar,
    owner_id varchar,
    purchase_count bigint,
    usual_days double,
    last_day date,
    next_day date,
    next_low date,
    next_high date,
    overdue double,
    active double,
    due_30_days double,
    quantity double,
    amount decimal(18,2),
    due_amount decimal(18,2),
    risk_amount decimal(18,2),
    is_overdue boolean,
    on_hand_units double,
    left_units double,
    stock varchar
);

create table mart.customer_scorecard (
    account_id varchar,
    owner_id varchar,
    segment varchar,
    parent_account_id varchar,
    filled_count integer,
    lead_count bigint,
    campaign_count bigint,
    contact_count bigint,
    last_contact_day date,
    silent_days integer,
    norm_days double,
    is_silent boolean,
    engagement_score bigint,
    amount decimal(18,2),
    amount_before decimal(18,2),
    recency_score bigint,
    frequency_score bigint,
    amount_score bigint,
    customer_group varchar,
    alive double,
    expected_amount decimal(18,2),
    expected_low decimal(18,2),
    expected_high decimal(18,2),
    request_count bigint,
    open_request_count bigint,
    handling_hours_median double,
    mark_count bigint,
    mark_sum double
);

create table mart.restated_bookings (
    opportunity_id varchar,
    month date,
    reported_on date,
    reported_count bigint,
    reported_amount decimal(18, 2),
    restated_count bigint,
    restated_amount decimal(18, 2),
    known_on date
);
