import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Writes a pipeline of one million deals with five million changes as CSV, for kvartal analyze pipeline.
 *
 * usage: java bench/pipeline-million.java FOLDER [DEALS]
 * Five years up to 2025-11-15, the as-of day: four stages, a fifth of the deals won, about 150,000 of a million open, more
 * closed at the ends of months than within; 300 owners, one account to ten deals. The same number of deals gives the same
 * files.
 */
class PipelineMillion {
    static final LocalDate FIRST = LocalDate.parse("2020-11-16");
    static final int DAYS = 1826;
    static final int OWNERS = 300;
    static final String[] STAGES = {"Lead", "Qualified", "Proposal", "Negotiation"};
    static final String[] SEGMENTS = {"Small", "Middle", "Large", "Public"};
    static final String[] SOURCES = {"Web", "Partner", "Referral", "Event", "Outbound", "Inbound call"};
    static final String[] INDUSTRIES = {"Retail", "Finance", "Health", "Energy", "Software", "Machines", "Transport", "Food"};
    static final String[] PRODUCTS = {"Basic", "Standard", "Premium", "Service", "Module"};
    static final double ADVANCE = 0.68;
    static final double MEAN_DWELL_DAYS = 105;

    static final int LAST_MINUTE = 959;

    final SplittableRandom random = new SplittableRandom(20251115);
    final PrintWriter deals;
    final PrintWriter history;
    final PrintWriter changes;
    int minuteOf;
    int minute;

    PipelineMillion(PrintWriter deals, PrintWriter history, PrintWriter changes) {
        this.deals = deals;
        this.history = history;
        this.changes = changes;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        int accounts = Math.max(1, count / 10);
        try (PrintWriter deals = writer(folder, "opportunities.csv");
                PrintWriter history = writer(folder, "history.csv");
                PrintWriter changes = writer(folder, "changes.csv");
                PrintWriter accountRows = writer(folder, "accounts.csv")) {
            deals.println("opportunity_id,account_id,owner_id,stage,is_closed,is_won,amount,created_at,close_date,product,source,seats");
            history.println("opportunity_id,from_stage,to_stage,changed_at");
            changes.println("opportunity_id,field,old_value,new_value,changed_at");
            accountRows.println("account_id,segment,industry,employees");
            PipelineMillion pipeline = new PipelineMillion(deals, history, changes);
            for (int account = 0; account < accounts; account++) {
                accountRows.printf("A%06d,%s,%s,%d%n", account, SEGMENTS[account * 7919 % 4], INDUSTRIES[account % 1009 % 8],
                        (int) Math.exp(pipeline.random.nextDouble(2, 9)));
            }
            for (int deal = 0; deal < count; deal++) {
                pipeline.write(deal, pipeline.random.nextInt(accounts));
            }
        }
    }

    static PrintWriter writer(Path folder, String name) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8));
    }

    /** One deal from its creation to its end or the as-of day. */
    void write(int number, int account) {
        String id = "O%07d".formatted(number);
        int created = random.nextInt(DAYS);
        int owner = random.nextInt(OWNERS);
        int product = random.nextInt(PRODUCTS.length);
        int source = random.nextInt(SOURCES.length);
        double skill = (owner % 10 - 4.5) / 60 + (source - 2.5) / 60 - (account * 7919 % 4 - 1.5) / 60;
        long amount = Math.round(Math.exp(8 + 0.5 * product + random.nextGaussian() * 0.8) / 10) * 10;
        int promise = created + 90 + random.nextInt(300);
        stage(id, "", STAGES[0], created);
        int stage = 0;
        int day = created;
        boolean open = true;
        boolean won = false;
        while (true) {
            int left = (int) Math.round(-Math.log(1 - random.nextDouble()) * MEAN_DWELL_DAYS * (0.7 + 0.15 * product));
            boolean advances = random.nextDouble() < ADVANCE + skill;
            int next = day + Math.max(1, left);
            boolean ends = !advances || stage == STAGES.length - 1;
            if (ends && random.nextInt(3) == 0) {
                next = endOfMonth(next);
            }
            int until = Math.min(next, DAYS - 1);
            while (promise < until) {
                int noticed = Math.min(until, promise + random.nextInt(20));
                int later = noticed + 60 + random.nextInt(360);
                change(id, "close_date", date(promise), date(later), noticed);
                promise = later;
            }
            if (random.nextInt(5) == 0) {
                long revised = Math.max(10, Math.round(amount * (0.6 + 0.7 * random.nextDouble()) / 10) * 10);
                change(id, "amount", amount + ".00", revised + ".00", between(day, until));
                amount = revised;
            }
            if (random.nextInt(9) == 0) {
                int successor = random.nextInt(OWNERS);
                change(id, "owner_id", "U%03d".formatted(owner), "U%03d".formatted(successor), between(day, until));
                owner = successor;
            }
            if (next >= DAYS) {
                break;
            }
            day = next;
            if (ends) {
                open = false;
                won = advances;
                stage(id, STAGES[stage], won ? "Won" : "Lost", day);
                change(id, "close_date", date(promise), date(day), day);
                promise = day;
                break;
            }
            stage(id, STAGES[stage], STAGES[stage + 1], day);
            stage++;
        }
        deals.println(id + ",A%06d,U%03d,".formatted(account, owner) + (open ? STAGES[stage] : won ? "Won" : "Lost") + ","
                + !open + "," + won + "," + amount + ".00," + time(created) + "," + date(promise) + "," + PRODUCTS[product] + ","
                + SOURCES[source] + "," + (1 + random.nextInt(1, 200)));
    }

    int between(int first, int last) {
        return first + random.nextInt(Math.max(1, last - first));
    }

    static int endOfMonth(int day) {
        LocalDate date = FIRST.plusDays(day);
        return day + date.lengthOfMonth() - date.getDayOfMonth();
    }

    void stage(String id, String from, String to, int day) {
        history.println(id + "," + from + "," + to + "," + time(day));
    }

    void change(String id, String field, String from, String to, int day) {
        if (!from.equals(to)) {
            changes.println(id + "," + field + "," + from + "," + to + "," + time(day));
        }
    }

    /** A moment on a day. Rows of one day are written in the order of their minutes. */
    String time(int day) {
        minute = day == minuteOf ? Math.min(LAST_MINUTE, minute + 1 + random.nextInt(20)) : random.nextInt(720);
        minuteOf = day;
        return FIRST.plusDays(day) + "T%02d:%02d:00Z".formatted(8 + minute / 60, minute % 60);
    }

    static String date(int day) {
        return FIRST.plusDays(day).toString();
    }
}
