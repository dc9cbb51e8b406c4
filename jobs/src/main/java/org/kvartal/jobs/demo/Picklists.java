package org.kvartal.jobs.demo;

/** The labels behind the short keys that the vendor keeps in its rows. */
final class Picklists {
    private static final Table PICKLIST_VALUE = Table.of("PICKLIST_VALUE", """
                    LIST_KEY varchar(20) not null
                    VALUE_KEY varchar(10) not null
                    LABEL varchar(60) not null""");

    private final World world;

    private Picklists(World world) {
        this.world = world;
    }

    static void enter(World world) {
        Picklists lists = new Picklists(world);
        lists.ofCustomers();
        lists.ofSales();
        lists.ofService();
    }

    private void ofCustomers() {
        list("SEGMENT", "ENT Enterprise", "MID Mid-market", "SMB Small business");
        list(
                "INDUSTRY",
                "FOOD Food and drink",
                "CHEM Chemicals",
                "PHARMA Pharmaceuticals",
                "WATER Water supply",
                "METAL Metals",
                "PAPER Pulp and paper",
                "ENERGY Energy",
                "GLASS Glass and ceramics");
        list(
                "POSITION",
                "PURCH Purchasing",
                "PLANT Plant manager",
                "LAB Head of laboratory",
                "QUAL Quality manager",
                "CFO Finance director");
    }

    private void ofSales() {
        list("UNIT", "PCE piece", "LIC licence");
        list(
                "SOURCE",
                "CUST Existing customer",
                "REFER Referral",
                "PARTN Partner",
                "WEB Web form",
                "FAIR Trade fair",
                "COLD Cold call");
        list("ROLE", "HEAD manager", "MGR manager", "SALES sales", "AGENT service", "TRAIN trainer");
    }

    private void ofService() {
        list("CHANNEL", "PHONE phone", "MAIL mail", "WEB web", "CHAT chat");
        list("CATEGORY", "ERR error", "QUE question", "CHG change", "ORD order status");
    }

    private void list(String key, String... values) {
        for (String value : values) {
            String[] words = value.split(" ", 2);
            world.history()
                    .add(PICKLIST_VALUE, world.setUp())
                    .set("LIST_KEY", key)
                    .set("VALUE_KEY", words[0])
                    .set("LABEL", words[1]);
        }
    }
}
