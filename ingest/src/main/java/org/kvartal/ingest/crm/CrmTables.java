package org.kvartal.ingest.crm;

import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.instant;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.rate;
import static org.kvartal.ingest.lake.Column.reference;
import static org.kvartal.ingest.lake.Column.text;

/**
 * The clean tables: one model for every CRM. Ids are text prefixed by their source; instants are UTC; {@code amount} is
 * in the project's currency. Any table may be absent from a source.
 */
public final class CrmTables {
    public static final TableSpec ACCOUNTS = table(
            "accounts",
            "A company that buys, might buy, or once bought.",
            "account_id",
            id("account_id", "Identity of the account.").asRequired(),
            text("name", "Name as the source has it.").asRequired(),
            text("segment", "Customer segment: size class or tier."),
            text("industry", "Line of business."),
            text("country", "Country of the head office."),
            text("region", "Sales region."),
            number("annual_revenue", "Yearly revenue of the account itself.").in("millions, source currency"),
            integer("employees", "Head count of the account.").in("persons"),
            reference("parent_account_id", "accounts", "The account that owns this one."),
            reference("owner_id", "users", "Who looks after the account.").ofPerson(),
            instant("created_at", "When the account was entered.").asCreation());

    public static final TableSpec CONTACTS = table(
            "contacts",
            "A person at an account.",
            "contact_id",
            id("contact_id", "Identity of the contact.").asRequired().ofPerson(),
            reference("account_id", "accounts", "Where the person works."),
            text("name", "Full name.").ofPerson(),
            text("email", "Mail address.").ofPerson(),
            text("phone", "Telephone number.").ofPerson(),
            text("job_title", "Position."),
            instant("created_at", "When the contact was entered.").asCreation());

    public static final TableSpec USERS = table(
            "users",
            "A person who works with the CRM: seller, agent, manager.",
            "user_id",
            id("user_id", "Identity of the user.").asRequired().ofPerson(),
            text("name", "Full name.").ofPerson(),
            text("email", "Mail address.").ofPerson(),
            text("role", "sales, service, manager or another role of the source."),
            reference("team_id", "teams", "The team the user belongs to."),
            reference("manager_id", "users", "Whom the user reports to.").ofPerson(),
            flag("active", "Still works with the CRM."),
            date("started_on", "First day in the CRM."));

    public static final TableSpec TEAMS = table(
            "teams",
            "A unit of sellers or agents.",
            "team_id",
            id("team_id", "Identity of the team.").asRequired(),
            text("name", "Name of the team.").asRequired(),
            text("region", "Sales region the team serves."),
            text("kind", "sales or service."));

    public static final TableSpec PRODUCTS = table(
            "products",
            "What is sold.",
            "product_id",
            id("product_id", "Identity of the product.").asRequired(),
            text("name", "Name as the source has it.").asRequired(),
            text("family", "Product line."),
            money("list_price", "Price before discount, per unit, today."),
            money("unit_cost", "Cost per unit, today."),
            text("unit", "What one unit is: piece, licence, 1 kg."),
            flag("active", "Can be ordered today."));

    public static final TableSpec PRICE_LIST = table(
            "price_list",
            "Own list price of a product over a period.",
            List.of("product_id", "valid_from"),
            reference("product_id", "products", "The product.").asRequired(),
            date("valid_from", "First day the price holds.").asRequired(),
            date("valid_to", "Last day the price holds; empty while it does."),
            money("price", "Price per unit before discount.").asRequired());

    public static final TableSpec COMPETITORS = table(
            "competitors",
            "A company that sells alternatives.",
            "competitor_id",
            id("competitor_id", "Identity of the competitor.").asRequired(),
            text("name", "Name of the competitor.").asRequired());

    public static final TableSpec COMPETITOR_PRODUCTS = table(
            "competitor_products",
            "A competitor's product and the own product it stands against.",
            "competitor_product_id",
            id("competitor_product_id", "Identity of the competitor's product.").asRequired(),
            reference("competitor_id", "competitors", "Who sells it.").asRequired(),
            text("name", "Name as the competitor has it.").asRequired(),
            reference("product_id", "products", "The own product it is an alternative to."),
            text("match", "How alike the two are.").oneOf("exact", "equivalent", "substitute"),
            number("match_confidence", "How sure the match is.").in("fraction 0 to 1"));

    public static final TableSpec COMPETITOR_PRICES = table(
            "competitor_prices",
            "A competitor's price as observed on a day.",
            List.of("competitor_product_id", "observed_on"),
            reference("competitor_product_id", "competitor_products", "What was priced.")
                    .asRequired(),
            date("observed_on", "Day of the observation.").asRequired().asCreation(),
            money("price", "Price per unit, net of tax; left empty, it is computed from price_original."),
            flag("promotion", "The price was part of a promotion."),
            text("origin", "Where the price was seen: web, catalogue, customer."),
            money("price_original", "Price as seen: of a whole pack, with the tax it includes.")
                    .in("column currency"),
            text("currency", "ISO 4217 code of price_original."),
            number("tax_rate", "Tax included in price_original; empty when none is.")
                    .in("fraction of the net price"),
            number("units_per_pack", "Our units that price_original buys; empty for one.")
                    .in("units"));

    public static final TableSpec RESEARCH_FACTS = table(
            "research_facts",
            "What somebody found out about a competitor or a product.",
            "research_fact_id",
            id("research_fact_id", "Identity of the finding.").asRequired(),
            reference("competitor_id", "competitors", "The competitor it is about; empty when about a product."),
            reference("product_id", "products", "The own product it is about; empty when about a competitor."),
            text("fact", "What was found out, as market share.").asRequired(),
            number("value", "Its number; empty when it has none.").in("column unit"),
            text("unit", "What one unit of the value is."),
            text("remark", "The finding in words."),
            text("source", "Who found it out.").asRequired(),
            date("dated_on", "Day the finding is of.").asRequired().asCreation());

    public static final TableSpec PRODUCT_MATCH_DECISIONS = table(
            "product_match_decisions",
            "A person's word on whether a competitor's product stands against an own one.",
            List.of("competitor_product_id", "product_id"),
            reference("competitor_product_id", "competitor_products", "The competitor's product.")
                    .asRequired(),
            reference("product_id", "products", "The own product.").asRequired(),
            text("decision", "Whether prices of the two are to be compared.")
                    .asRequired()
                    .oneOf("match", "no-match"),
            text("decided_by", "Who decided.").ofPerson(),
            date("decided_on", "Day of the decision."));

    public static final TableSpec LEADS = table(
            "leads",
            "An enquiry that is not yet an opportunity.",
            "lead_id",
            id("lead_id", "Identity of the lead.").asRequired(),
            text("source", "How the lead arrived."),
            reference("campaign_id", "campaigns", "The campaign that brought it."),
            reference("owner_id", "users", "Who works on it.").ofPerson(),
            text("status", "State in the source."),
            reference("opportunity_id", "opportunities", "The opportunity it became."),
            instant("created_at", "When the lead arrived.").asRequired().asCreation(),
            instant("converted_at", "When it became an opportunity."));

    public static final TableSpec OPPORTUNITIES = table(
            "opportunities",
            "A possible sale, open or closed, as it stands at the as-of date.",
            "opportunity_id",
            id("opportunity_id", "Identity of the opportunity.").asRequired(),
            text("name", "Name as the source has it."),
            reference("account_id", "accounts", "The customer."),
            reference("owner_id", "users", "Who is responsible.").ofPerson(),
            reference("team_id", "teams", "The owner's team when the source records it with the deal."),
            reference("product_id", "products", "The main product."),
            reference("competitor_id", "competitors", "The main competitor known."),
            text("stage", "Stage as the source names it.").asRequired(),
            text("outcome", "How it ended, or that it has not.").asRequired().oneOf("won", "lost", "open"),
            money("amount", "Value: agreed when won, expected while open."),
            money("amount_original", "Value as entered.").in("column currency"),
            text("currency", "ISO 4217 code of amount_original."),
            number("probability", "Chance of winning that the source states.").in("fraction 0 to 1"),
            text("source", "How the opportunity arose."),
            text("segment", "Customer segment at the time of the deal."),
            reference("campaign_id", "campaigns", "The campaign that brought it."),
            text("lost_reason", "Why it was lost."),
            instant("created_at", "When the opportunity was entered or engaged.")
                    .asCreation(),
            instant("stage_entered_at", "When it entered its present stage."),
            instant("closed_at", "When it was won or lost."),
            date("expected_close_date", "Promised close while open; last promise once closed."));

    public static final TableSpec OPPORTUNITY_CHANGES = table(
            "opportunity_changes",
            "One change of one field of an opportunity.",
            List.of("opportunity_id", "changed_at", "field"),
            reference("opportunity_id", "opportunities", "What changed.").asRequired(),
            instant("changed_at", "When it changed.").asRequired().asCreation(),
            text("field", "Which column of opportunities changed.").asRequired(),
            text("old_value", "Value before; empty at the first entry."),
            text("new_value", "Value after."),
            reference("changed_by", "users", "Who changed it.").ofPerson());

    public static final TableSpec OPPORTUNITY_PRODUCTS = table(
            "opportunity_products",
            "A product line of an opportunity.",
            List.of("opportunity_id", "line"),
            reference("opportunity_id", "opportunities", "The opportunity.").asRequired(),
            integer("line", "Position within the opportunity.").asRequired(),
            reference("product_id", "products", "What is offered."),
            number("quantity", "Units offered.").in("units"),
            money("unit_price", "Offered price per unit."),
            money("amount", "Value of the line."));

    public static final TableSpec OPPORTUNITY_COMPETITORS = table(
            "opportunity_competitors",
            "A competitor met in an opportunity.",
            List.of("opportunity_id", "competitor_id"),
            reference("opportunity_id", "opportunities", "The opportunity.").asRequired(),
            reference("competitor_id", "competitors", "The competitor.").asRequired(),
            money("competitor_price", "The competitor's offer, where known."));

    public static final TableSpec QUOTES = table(
            "quotes",
            "An offer sent to a customer.",
            "quote_id",
            id("quote_id", "Identity of the offer.").asRequired(),
            reference("opportunity_id", "opportunities", "The opportunity it belongs to."),
            integer("revision", "Number of the revision, from 1."),
            text("status", "draft, sent, accepted, rejected or expired."),
            money("amount", "Value of the offer."),
            money("list_amount", "Value at list prices."),
            instant("sent_at", "When it was sent.").asCreation(),
            instant("decided_at", "When the customer answered."));

    public static final TableSpec ORDERS = table(
            "orders",
            "An order received.",
            "order_id",
            id("order_id", "Identity of the order.").asRequired(),
            reference("account_id", "accounts", "Who ordered."),
            reference("opportunity_id", "opportunities", "The opportunity it came from."),
            reference("owner_id", "users", "Who is responsible.").ofPerson(),
            text("status", "open, delivered or cancelled."),
            money("amount", "Value of the order."),
            instant("ordered_at", "When it was received.").asRequired().asCreation(),
            date("promised_on", "Promised delivery."),
            date("delivered_on", "Actual delivery."));

    public static final TableSpec ORDER_LINES = table(
            "order_lines",
            "A product line of an order.",
            List.of("order_id", "line"),
            reference("order_id", "orders", "The order.").asRequired(),
            integer("line", "Position within the order.").asRequired(),
            reference("product_id", "products", "What was ordered."),
            number("quantity", "Units ordered.").in("units"),
            money("unit_price", "Price per unit after discount."),
            money("unit_cost", "Cost per unit."),
            money("amount", "Value of the line."));

    public static final TableSpec STOCK_LEVELS = table(
            "stock_levels",
            "Units on hand at the end of a day.",
            List.of("product_id", "location", "day"),
            reference("product_id", "products", "The product.").asRequired(),
            text("location", "Warehouse.").asRequired(),
            date("day", "End of this day.").asRequired().asCreation(),
            number("on_hand", "Units that can be delivered.").in("units"));

    public static final TableSpec CAMPAIGNS = table(
            "campaigns",
            "A marketing campaign.",
            "campaign_id",
            id("campaign_id", "Identity of the campaign.").asRequired(),
            text("name", "Name of the campaign.").asRequired(),
            text("channel", "mail, web, fair or another channel."),
            money("cost", "What it cost."),
            date("started_on", "First day."),
            date("ended_on", "Last day."));

    public static final TableSpec PROMOTIONS = table(
            "promotions",
            "A period in which a product was sold on special terms.",
            "promotion_id",
            id("promotion_id", "Identity of the promotion.").asRequired(),
            reference("product_id", "products", "The product promoted.").asRequired(),
            date("starts_on", "First day.").asRequired(),
            date("ends_on", "Last day.").asRequired(),
            number("discount_rate", "Share taken off the list price.").in("fraction 0 to 1"));

    public static final TableSpec ACTIVITIES = table(
            "activities",
            "A call, meeting, mail or task.",
            "activity_id",
            id("activity_id", "Identity of the activity.").asRequired(),
            text("kind", "call, meeting, mail, visit or task.").asRequired(),
            reference("account_id", "accounts", "With whom."),
            reference("opportunity_id", "opportunities", "About what."),
            reference("owner_id", "users", "Who acts.").ofPerson(),
            text("status", "planned, done or cancelled."),
            instant("planned_at", "When it is due."),
            instant("done_at", "When it was done."),
            number("duration_minutes", "How long it took.").in("minutes"));

    public static final TableSpec REQUESTS = table(
            "requests",
            "A service request from a customer or user.",
            "request_id",
            id("request_id", "Identity of the request.").asRequired(),
            reference("account_id", "accounts", "Who asks."),
            reference("agent_id", "users", "Who handles it.").ofPerson(),
            reference("team_id", "teams", "The team that handles it."),
            reference("product_id", "products", "What it is about."),
            text("channel", "phone, mail, web or chat."),
            text("category", "error, question, change or another kind."),
            text("priority", "Urgency as the source names it."),
            text("status", "open, pending, resolved, auto-closed, cancelled or merged."),
            instant("opened_at", "When it arrived.").asRequired().asCreation(),
            instant("first_response_at", "When an agent first answered."),
            instant("resolved_at", "When it was resolved or otherwise ended; empty while open."),
            number("satisfaction", "The customer's mark.").in("1 to 5"));

    public static final TableSpec REQUEST_CHANGES = table(
            "request_changes",
            "One change of one field of a request.",
            List.of("request_id", "changed_at", "field"),
            reference("request_id", "requests", "What changed.").asRequired(),
            instant("changed_at", "When it changed.").asRequired().asCreation(),
            text("field", "Which column of requests changed.").asRequired(),
            text("old_value", "Value before."),
            text("new_value", "Value after."),
            reference("changed_by", "users", "Who changed it.").ofPerson());

    public static final TableSpec SURVEYS = table(
            "surveys",
            "One answer to one survey question.",
            "survey_id",
            id("survey_id", "Identity of the answer.").asRequired(),
            text("survey", "Which survey.").asRequired(),
            reference("account_id", "accounts", "Who was asked."),
            reference("request_id", "requests", "About which request."),
            text("question", "The question."),
            number("score", "The mark given."),
            text("comment", "Words of the answer.").ofPerson(),
            instant("asked_at", "When it was asked.").asCreation(),
            instant("answered_at", "When it was answered; empty for no answer."));

    public static final TableSpec TRAININGS = table(
            "trainings",
            "A training session.",
            "training_id",
            id("training_id", "Identity of the session.").asRequired(),
            text("programme", "The course.").asRequired(),
            text("topic", "What is taught."),
            date("held_on", "Day of the session.").asRequired(),
            number("hours", "Length.").in("hours"),
            reference("trainer_id", "users", "Who teaches.").ofPerson());

    public static final TableSpec TRAINING_ATTENDANCE = table(
            "training_attendance",
            "A person enrolled in a training session.",
            List.of("training_id", "user_id"),
            reference("training_id", "trainings", "The session.").asRequired(),
            reference("user_id", "users", "Who was enrolled.").asRequired().ofPerson(),
            text("status", "enrolled, attended or missed.").oneOf("enrolled", "attended", "missed"),
            number("score", "Result of the final check.").in("fraction 0 to 1"));

    public static final TableSpec USAGE_EVENTS = table(
            "usage_events",
            "Use of one function of the CRM by one user on one day.",
            List.of("user_id", "day", "function"),
            reference("user_id", "users", "Who.").asRequired().ofPerson(),
            date("day", "When.").asRequired().asCreation(),
            text("function", "Which function: login, report, offer, account.").asRequired(),
            integer("count", "How often.").in("uses"));

    public static final TableSpec ABSENCES = table(
            "absences",
            "Days on which a person does not work. Why is nobody's business here.",
            List.of("user_id", "first_day"),
            reference("user_id", "users", "Who.").asRequired().ofPerson(),
            date("first_day", "First day away.").asRequired(),
            date("last_day", "Last day away.").asRequired());

    public static final TableSpec QUOTAS = table(
            "quotas",
            "What an owner is to book in a month.",
            List.of("owner_id", "month"),
            reference("owner_id", "users", "Who.").asRequired().ofPerson(),
            date("month", "First day of the month.").asRequired(),
            money("amount", "Bookings agreed.").asRequired());

    public static final TableSpec PLANS = table(
            "plans",
            "Planned bookings of a unit in a month.",
            List.of("scope", "month"),
            text("scope", "total, region:x, team:x or product:x.").asRequired(),
            date("month", "First day of the month.").asRequired(),
            money("amount", "Planned bookings.").asRequired());

    public static final TableSpec GOALS = table(
            "goals",
            "What is to be reached until a day, and by which number it is told.",
            "goal_id",
            id("goal_id", "Identity of the goal.").asRequired(),
            text("goal", "The goal in words.").asRequired(),
            text("metric", "A measure of the glossary, as win_rate, or an expression over the columns of dataset.")
                    .asRequired(),
            text("dataset", "Published table of the expression; empty for a measure."),
            text("filter", "Condition on its rows, as region = 'East'; empty for all."),
            text("day_column", "Column with the day or month of a row; empty for month."),
            integer("window_months", "Complete months that count, up to the date; empty for all rows.")
                    .in("months"),
            text("unit", "What one unit of an expression is; empty for a measure."),
            number("target", "What the metric is to reach.").asRequired().in("unit of the metric"),
            text("better", "Whether more or less is better.").asRequired().oneOf("higher", "lower"),
            date("set_on", "Day on which the goal was set.").asRequired().asCreation(),
            date("due_on", "Day by which it is to be reached.").asRequired(),
            text("owner", "Who answers for it: a role or unit, not a person.").asRequired(),
            date("closed_on", "Day from which on it is no longer followed."));

    public static final TableSpec DECISIONS = table(
            "decisions",
            "What was to be decided, what was, and by which number its result is told.",
            "decision_id",
            id("decision_id", "Identity of the decision.").asRequired(),
            text("decision", "What is to be decided.").asRequired(),
            text("rule", "Rule of the report's first page that asked for it; empty for another reason."),
            date("asked_on", "Day on which it was asked for.").asRequired().asCreation(),
            text("owner", "Who is to decide: a role or unit, not a person.").asRequired(),
            date("due_on", "Day by which it is to be decided."),
            date("taken_on", "Day on which it was decided; empty while it was not."),
            text("taken", "What was decided."),
            text("expected", "What is expected of it, in words."),
            text("metric", "As in goals; empty where no number tells the result."),
            text("dataset", "Published table of the expression; empty for a measure."),
            text("filter", "Condition on its rows; empty for all."),
            text("day_column", "Column with the day or month of a row; empty for month."),
            text("unit", "What one unit of an expression is; empty for a measure."),
            text("better", "Whether more or less is better.").oneOf("higher", "lower"),
            date("closed_on", "Day from which on it is no longer followed."));

    public static final TableSpec EXTERNAL_FORECASTS = table(
            "external_forecasts",
            "A forecast published by someone else.",
            List.of("publisher", "series", "published_on", "period"),
            text("publisher", "Who published it.").asRequired(),
            text("series", "What is forecast.").asRequired(),
            date("published_on", "Vintage.").asRequired().asCreation(),
            date("period", "First day of the period forecast.").asRequired(),
            number("value", "The forecast."),
            text("unit", "What one unit is."));

    public static final TableSpec SERVICE_VISITS = table(
            "service_visits",
            "A visit of a field technician.",
            "visit_id",
            id("visit_id", "Identity of the visit.").asRequired(),
            reference("request_id", "requests", "Why."),
            reference("technician_id", "users", "Who went.").ofPerson(),
            instant("started_at", "When the work began."),
            number("travel_minutes", "Time on the road.").in("minutes"),
            number("work_minutes", "Time on site.").in("minutes"),
            flag("fixed", "The fault was mended on this visit."));

    public static final TableSpec EXCHANGE_RATES = table(
            "exchange_rates",
            "Value of one unit of a currency in the project's currency.",
            List.of("currency", "day"),
            text("currency", "ISO 4217 code.").asRequired(),
            date("day", "Day of the rate.").asRequired().asCreation(),
            rate("rate", "Project currency per unit.").asRequired().in("project currency per unit"));

    public static final TableSpec CALENDARS = table(
            "calendars",
            "A day of a working calendar.",
            List.of("calendar", "day"),
            text("calendar", "Name of the calendar.").asRequired(),
            date("day", "The day.").asRequired(),
            flag("working", "People work on it."),
            text("opens", "Start of work, hh:mm."),
            text("closes", "End of work, hh:mm."));

    public static final TableSpec CUSTOM_VALUES = table(
            "custom_values",
            "A value of a field that only this installation of the source has.",
            List.of("table", "row_id", "field"),
            text("table", "Clean table whose row has it.").asRequired(),
            id("row_id", "Key of the row.").asRequired(),
            text("field", "Name of the field in the source.").asRequired(),
            text("value", "Its value as text."));

    /** Every clean table, what others need before those that need it wherever that is possible. */
    public static final List<TableSpec> ALL = List.of(
            EXCHANGE_RATES,
            TEAMS,
            USERS,
            ACCOUNTS,
            CONTACTS,
            PRODUCTS,
            PRICE_LIST,
            COMPETITORS,
            COMPETITOR_PRODUCTS,
            COMPETITOR_PRICES,
            PRODUCT_MATCH_DECISIONS,
            RESEARCH_FACTS,
            CAMPAIGNS,
            PROMOTIONS,
            LEADS,
            OPPORTUNITIES,
            OPPORTUNITY_CHANGES,
            OPPORTUNITY_PRODUCTS,
            OPPORTUNITY_COMPETITORS,
            QUOTES,
            ORDERS,
            ORDER_LINES,
            STOCK_LEVELS,
            ACTIVITIES,
            REQUESTS,
            REQUEST_CHANGES,
            SURVEYS,
            TRAININGS,
            TRAINING_ATTENDANCE,
            USAGE_EVENTS,
            ABSENCES,
            QUOTAS,
            PLANS,
            GOALS,
            DECISIONS,
            EXTERNAL_FORECASTS,
            SERVICE_VISITS,
            CALENDARS,
            CUSTOM_VALUES);

    private CrmTables() {}

    /** The columns of a table of changes that hold values of the changed field. */
    public static final List<String> CHANGED_VALUES = List.of("old_value", "new_value");

    /** The table whose changes a table keeps; empty for all others. */
    public static Optional<TableSpec> changedBy(TableSpec changes) {
        return switch (changes.name()) {
            case "opportunity_changes" -> Optional.of(OPPORTUNITIES);
            case "request_changes" -> Optional.of(REQUESTS);
            default -> Optional.empty();
        };
    }

    /** The table that keeps the changes of a table; empty where there is none. */
    public static Optional<TableSpec> changesOf(TableSpec changed) {
        return ALL.stream()
                .filter(table -> changedBy(table).filter(changed::equals).isPresent())
                .findFirst();
    }

    public static Optional<TableSpec> named(String name) {
        return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    private static TableSpec table(String name, String description, String key, Column... columns) {
        return table(name, description, List.of(key), columns);
    }

    private static TableSpec table(String name, String description, List<String> key, Column... columns) {
        return TableSpec.of("crm", name, description, key, columns);
    }
}
