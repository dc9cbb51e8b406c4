package org.kvartal.jobs.notify;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvartal.ingest.settings.ConfigSection;

/**
 * Sections {@code mail}, {@code notifications} and {@code delivery}: who is told what about the nights.
 *
 * @param mail empty when no mail is to be sent
 * @param pings what is called when a run begins and ends, by the label of that moment
 * @param expectedBy time of day by which the night before must be published; empty when nobody has said
 * @param patience how long one server may keep silent
 * @param keep how long a message is tried
 * @param reports who is sent the report
 */
public record NotificationSettings(
        Optional<MailServer> mail,
        List<Channel> channels,
        Map<String, WebAddress> pings,
        Optional<LocalTime> expectedBy,
        Duration patience,
        Duration keep,
        List<ReportMail> reports) {
    /** The moments that can be pinged. */
    static final List<String> PINGS = List.of("started", "published", "failed");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int PATIENCE_SECONDS = 4;
    private static final int KEEP_DAYS = 3;

    public NotificationSettings {
        channels = List.copyOf(channels);
        pings = Map.copyOf(pings);
        reports = List.copyOf(reports);
    }

    /**
     * Reads all three.
     *
     * @param languages those of the project's reports
     */
    public static NotificationSettings read(ConfigSection root, List<String> languages) {
        Optional<MailServer> mail = MailServer.read(root.section("mail"));
        ConfigSection section = root.section("notifications");
        List<Channel> channels = new ArrayList<>();
        named(section.section("channels"), section.sections("channels"))
                .forEach((name, channel) -> Channel.read(name, channel, mail).ifPresent(channels::add));
        List<String> editions = root.section("report").section("editions").keys();
        List<ReportMail> reports = new ArrayList<>();
        named(root.section("delivery"), root.sections("delivery"))
                .forEach((name, report) -> reports.add(ReportMail.read(name, report, mail, languages, editions)));
        return new NotificationSettings(
                mail,
                channels,
                pings(section.section("ping")),
                expectedBy(section),
                Duration.ofSeconds(section.integerFrom(1, 60, "timeout-seconds", PATIENCE_SECONDS)),
                Duration.ofDays(section.integerFrom(1, 60, "give-up-after-days", KEEP_DAYS)),
                reports);
    }

    private static Map<String, ConfigSection> named(ConfigSection outer, Map<String, ConfigSection> sections) {
        sections.keySet()
                .forEach(name -> outer.require(
                        NAME.matcher(name).matches(),
                        name,
                        "must be named with lower-case letters, digits and hyphens"));
        return sections;
    }

    private static Map<String, WebAddress> pings(ConfigSection section) {
        Map<String, WebAddress> pings = new LinkedHashMap<>();
        for (String moment : PINGS) {
            if (section.has(moment)) {
                Optional<WebAddress> url = WebAddress.parse(section.privateText(moment));
                section.require(url.isPresent(), moment, WebAddress.RULE);
                url.ifPresent(found -> pings.put(moment, found));
            }
        }
        return pings;
    }

    private static Optional<LocalTime> expectedBy(ConfigSection section) {
        Optional<String> written = section.optionalText("expected-by");
        Optional<LocalTime> time = written.flatMap(NotificationSettings::time);
        section.require(written.isEmpty() || time.isPresent(), "expected-by", "must be a time of day, as \"06:30\"");
        return time;
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
