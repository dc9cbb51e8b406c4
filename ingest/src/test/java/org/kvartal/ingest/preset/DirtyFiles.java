package org.kvartal.ingest.preset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The corpus: files laid out as the clean tables are, with every kind of dirt that a row can have. */
final class DirtyFiles {
    static final List<DirtyFile> ALL = List.of(
            opportunities(), requests(), products(), rates(), prices(), quotas(), attendance(), orderLines(), users());

    private DirtyFiles() {}

    private static DirtyFile opportunities() {
        DirtyFile file = new DirtyFile(
                "opportunities",
                columns("opportunity_id=#,name=Deal #,account_id=A1,owner_id=u01,stage=Offer,outcome=open,"
                        + "amount=100.00,amount_original=,currency=,probability=0.5,created_at=2024-01-10 09:00:00,"
                        + "closed_at=,expected_close_date=2024-09-30,source=web"));
        forms(file);
        characters(file);
        values(file);
        sense(file);
        return file;
    }

    private static void forms(DirtyFile file) {
        String row = DirtyFile.join(file.values("form"));
        file.row("quoted line end", "loaded", "name", "two\nlines")
                .row("delimiter in text", "loaded", "name", "a, b")
                .row("quotes in text", "loaded", "name", "the \"best\" one")
                .text(
                        "lone quote within a field",
                        "loaded",
                        row.replace("form", "pipe").replace("Deal pipe", "5\" pipe"))
                .text("quote never closed", "quarantined = quotes", row.replace("Deal form", "\"Deal form"))
                .text("text behind a quote", "quarantined = quotes", row.replace("Deal form", "\"Deal\" form"))
                .text("too few fields", "quarantined = columns", "short,Deal,A1")
                .text("too many fields", "quarantined = columns", row + ",1,2,3")
                .text("trailing delimiter", "quarantined = columns", row + ",")
                .text("twenty thousand fields", "quarantined = columns", ",".repeat(20_000))
                .text("line of three megabytes", "quarantined = length", "long," + "x".repeat(3 << 20))
                .text("other delimiter", "quarantined = columns", row.replace(',', ';'))
                .text(
                        "quotes of a word processor",
                        "loaded",
                        row.replace("Deal form", "“Deal” form").replace("form", "word"));
    }

    private static void characters(DirtyFile file) {
        file.row("NUL", "quarantined = nul", "name", "a\0b")
                .row("byte that is no UTF-8", "quarantined name=J\uFFFDrg encoding", "name", "J\u00FFrg")
                .row("replacement character", "quarantined name=J\uFFFDrg encoding", "name", "J\uFFFDrg")
                .row("C1 control character", "quarantined name=5 \u0080 encoding", "name", "5 \u0080")
                .row("control character in text", "repaired control-characters", "name", "Bell\u0007 and tab\t")
                .row(
                        "control character in an id",
                        "quarantined account_id=A\u00071 control-character",
                        "account_id",
                        "A\u00071")
                .row("text in other scripts", "loaded", "name", "東京 Žižkov 🚲")
                .row("formula", "loaded", "name", "=1+1")
                .row("markup", "loaded", "name", "<script>alert(1)</script>")
                .row(
                        "name of 2000 characters",
                        "quarantined name=" + "n".repeat(2_000) + " name-too-long",
                        "name",
                        "n".repeat(2_000))
                .row(
                        "id of 300 characters",
                        "quarantined account_id=" + "i".repeat(300) + " length",
                        "account_id",
                        "i".repeat(300))
                .row("padded ids", "repaired padded-id", "account_id", " A1\t", "opportunity_id", "\u00a0padded ");
    }

    private static void values(DirtyFile file) {
        file.row("30 February", "quarantined expected_close_date=2024-02-30 type", "expected_close_date", "2024-02-30")
                .row(
                        "German date",
                        "quarantined expected_close_date=31.12.2024 type",
                        "expected_close_date",
                        "31.12.2024")
                .row("date for a moment", "quarantined created_at=2024-01-10 type", "created_at", "2024-01-10")
                .row("midnight for a date", "loaded", "expected_close_date", "2024-09-30 00:00:00")
                .row("offset of a zone", "loaded", "created_at", "2024-01-10T10:00:00+01:00")
                .row("not a number", "quarantined amount=NaN type", "amount", "NaN")
                .row("infinity", "quarantined amount=Infinity type", "amount", "Infinity")
                .row("1E400", "quarantined amount=1E400 type", "amount", "1E400")
                .row("40 digits", "quarantined amount=" + "9".repeat(40) + " type", "amount", "9".repeat(40))
                .row("thousands separators", "quarantined amount=1,234.50 type", "amount", "1,234.50")
                .row("decimal comma", "quarantined amount=1234,50 type", "amount", "1234,50")
                .row("currency sign", "quarantined amount=€100 type", "amount", "€100")
                .row("blanks around a number", "loaded", "amount", " 100.00 ")
                .row("probability that is no number", "quarantined probability=NaN type", "probability", "NaN")
                .row("huge probability", "quarantined probability=1E400 type", "probability", "1E400")
                .row(
                        "probability in per cent",
                        "quarantined probability=150.0 probability-out-of-range",
                        "probability",
                        "150")
                .row(
                        "negative amount",
                        "quarantined amount=-5.00 negative-amount",
                        "amount",
                        "-5",
                        "amount_original",
                        "5")
                .row(
                        "negative amount as entered",
                        "quarantined amount_original=-5.00 negative-amount",
                        "amount_original",
                        "-5")
                .row("currency in words", "quarantined currency=EURO malformed-currency", "currency", "EURO")
                .row("short currency", "quarantined currency=eu malformed-currency", "currency", "eu")
                .row("small currency", "repaired currency-spelling", "currency", " eur ")
                .row(
                        "currency without a rate",
                        "flagged exchange-rate-missing, flagged open-without-amount",
                        "amount",
                        "",
                        "amount_original",
                        "70",
                        "currency",
                        "XTS")
                .row("unknown outcome", "quarantined outcome=Pending allowed", "outcome", "Pending")
                .row(
                        "outcome in capitals",
                        "repaired outcome-spelling",
                        "outcome",
                        " WON ",
                        "closed_at",
                        "2024-02-01 00:00:00");
    }

    private static void sense(DirtyFile file) {
        String sound = DirtyFile.join(file.values("01"));
        file.row("no id", "quarantined opportunity_id= required", "opportunity_id", "")
                .row("blank id", "quarantined opportunity_id= required", "opportunity_id", "  ")
                .row("no stage", "quarantined stage= required", "stage", "")
                .row("blank stage", "quarantined stage= required", "stage", "  ")
                .text("exact copy", "left out", sound)
                .text(
                        "key of another row",
                        "quarantined opportunity_id=main:01 unique-key",
                        sound.replace("100.00", "101.00"))
                .row(
                        "year 202",
                        "quarantined created_at=0202-01-10T09:00Z date-out-of-range",
                        "created_at",
                        "0202-01-10 09:00:00")
                .row(
                        "year 9999",
                        "quarantined expected_close_date=9999-12-31 date-out-of-range",
                        "expected_close_date",
                        "9999-12-31")
                .row(
                        "created in the year 9999",
                        "quarantined created_at=9999-01-10T09:00Z date-out-of-range",
                        "created_at",
                        "9999-01-10 09:00:00")
                .row("created tomorrow", "left out", "created_at", "2024-07-01 00:00:00")
                .row(
                        "closed before created",
                        "quarantined closed_at=2024-01-09T09:00Z closed-before-created",
                        "outcome",
                        "lost",
                        "closed_at",
                        "2024-01-09 09:00:00")
                .row(
                        "closed in the future",
                        "quarantined closed_at=2024-07-01T00:00Z closed-after-as-of",
                        "outcome",
                        "won",
                        "closed_at",
                        "2024-07-01 00:00:00")
                .row("won without a date", "quarantined closed_at= closed-without-date", "outcome", "won")
                .row("open with a date of close", "flagged open-with-close", "closed_at", "2024-02-01 00:00:00")
                .row("account that is not there", "flagged reference", "account_id", "A404")
                .row("owner who is not there", "flagged reference", "owner_id", "U404")
                .row("no account", "flagged open-without-account", "account_id", "")
                .row("date of the promise past", "flagged open-past-promise", "expected_close_date", "2024-06-29");
    }

    private static DirtyFile requests() {
        return new DirtyFile(
                        "requests",
                        columns("request_id=#,status=resolved,opened_at=2024-05-01 09:00:00,"
                                + "resolved_at=2024-05-02 09:00:00,satisfaction=4"))
                .row(
                        "resolved before opened",
                        "quarantined resolved_at=2024-04-30T09:00Z resolved-before-opened",
                        "resolved_at",
                        "2024-04-30 09:00:00")
                .row(
                        "resolved in the future",
                        "quarantined resolved_at=2034-05-02T09:00Z resolved-after-as-of",
                        "resolved_at",
                        "2034-05-02 09:00:00")
                .row("mark of 50", "flagged satisfaction-out-of-range", "satisfaction", "50")
                .row("no time of arrival", "quarantined opened_at= required", "opened_at", "")
                .row(
                        "25 o'clock",
                        "quarantined opened_at=2024-05-01 25:00:00 type",
                        "opened_at",
                        "2024-05-01 25:00:00");
    }

    private static DirtyFile products() {
        return new DirtyFile("products", columns("product_id=#,name=Product #,list_price=10,active=yes"))
                .row("negative price", "quarantined list_price=-1.00 negative-price", "list_price", "-1")
                .row("flag that is none", "quarantined active=maybe type", "active", "maybe")
                .row("name of blanks", "quarantined name= required", "name", "   ");
    }

    private static DirtyFile rates() {
        return new DirtyFile("exchange_rates", columns("currency=CHF,day=2024-01-#,rate=2"))
                .row("rate of zero", "quarantined rate=0E-10 rate-not-positive", "day", "2024-02-01", "rate", "0")
                .row(
                        "negative rate",
                        "quarantined rate=-1.0000000000 rate-not-positive",
                        "day",
                        "2024-02-02",
                        "rate",
                        "-1")
                .row(
                        "currency in words",
                        "quarantined currency=EURO malformed-currency",
                        "day",
                        "2024-02-03",
                        "currency",
                        "EURO")
                .row("small currency", "repaired currency-spelling", "day", "2024-02-04", "currency", "usd")
                .row("day that is none", "quarantined day=2024-02-30 type", "day", "2024-02-30");
    }

    private static DirtyFile prices() {
        return new DirtyFile("competitor_prices", columns("competitor_product_id=C1,observed_on=2024-03-#,price=9.90"))
                .row(
                        "price of nothing",
                        "quarantined price=0.00 price-not-positive",
                        "observed_on",
                        "2024-04-01",
                        "price",
                        "0")
                .row(
                        "negative price",
                        "quarantined price=-9.90 price-not-positive",
                        "observed_on",
                        "2024-04-02",
                        "price",
                        "-9.90");
    }

    private static DirtyFile quotas() {
        return new DirtyFile("quotas", columns("owner_id=u#,month=2024-03-01,amount=1000"))
                .row("day within the month", "quarantined month=2024-03-15 month-not-first", "month", "2024-03-15")
                .row("negative quota", "quarantined amount=-1.00 negative-amount", "amount", "-1");
    }

    private static DirtyFile attendance() {
        return new DirtyFile("training_attendance", columns("training_id=T1,user_id=u#,status=attended,score=0.8"))
                .row(
                        "status in capitals",
                        "repaired status-spelling",
                        "status",
                        "ATTENDED",
                        "user_id",
                        "u01",
                        "training_id",
                        "T2")
                .row("unknown status", "quarantined status=visited allowed", "status", "visited")
                .row("score in per cent", "quarantined score=80.0 share-out-of-range", "score", "80");
    }

    private static DirtyFile orderLines() {
        return new DirtyFile("order_lines", columns("order_id=O#,line=1,quantity=2"))
                .row("2^63", "quarantined line=9223372036854775808 type", "line", "9223372036854775808")
                .row("half a line", "quarantined line=1.5 type", "line", "1.5")
                .row("infinite quantity", "quarantined quantity=-Infinity type", "quantity", "-Infinity");
    }

    private static DirtyFile users() {
        return new DirtyFile("users", columns("user_id=u#,name=Jan Novák #,active=1,started_on=2020-01-01"))
                .row("no id", "quarantined user_id= required", "user_id", "")
                .row(
                        "hired in the year 200",
                        "quarantined started_on=0200-01-01 date-out-of-century",
                        "started_on",
                        "0200-01-01");
    }

    private static Map<String, String> columns(String columns) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String column : columns.split(",")) {
            String[] parts = column.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return values;
    }
}
