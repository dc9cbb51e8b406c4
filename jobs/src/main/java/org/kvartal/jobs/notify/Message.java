package org.kvartal.jobs.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What the outbox holds: one thing to tell over one channel to one recipient.
 *
 * @param id the same for the same thing, channel and recipient; what was sent under an id is not sent again
 * @param at when it was put into the outbox, ISO 8601
 * @param recipient address of a mail; empty for the other channels
 * @param fields the notice for machines
 * @param attachments files below the output folder, by the names under which they are sent
 */
public record Message(
        String id,
        String at,
        String channel,
        String recipient,
        String subject,
        String text,
        Map<String, String> fields,
        Map<String, String> attachments) {
    private static final int ID_LENGTH = 20;

    static Message of(Notice notice, String channel, String recipient, int trouble, Instant at) {
        String id = notice.event().label() + "-" + notice.asOf() + "-"
                + digest(List.of(
                        notice.event().label(),
                        notice.asOf().toString(),
                        notice.kind(),
                        channel,
                        recipient,
                        Integer.toString(trouble)));
        return new Message(
                id, at.toString(), channel, recipient, notice.subject(), notice.text(), notice.fields(), Map.of());
    }

    /** @param content tells reports of the same date apart */
    static Message report(
            LocalDate asOf,
            String content,
            ReportMail mail,
            String recipient,
            String subject,
            String text,
            Map<String, String> attachments,
            Instant at) {
        String id = "report-" + asOf + "-" + digest(List.of(asOf.toString(), content, mail.channel(), recipient));
        return new Message(id, at.toString(), mail.channel(), recipient, subject, text, Map.of(), attachments);
    }

    /** Says nothing but that the channel works. */
    static Message test(String project, String channel, String recipient, Instant at) {
        String subject = "[" + OneLine.of(project) + "] test of channel " + channel;
        String id = "test-" + digest(List.of(at.toString(), channel, recipient));
        return new Message(
                id,
                at.toString(),
                channel,
                recipient,
                subject,
                subject + "\n",
                Map.of("event", "test", "project", OneLine.of(project)),
                Map.of());
    }

    /** What is sent, and to whom, for the lines of an operator. */
    String described() {
        return id.replaceAll("-[0-9a-f]+$", "") + " over " + channel + (recipient.isEmpty() ? "" : " to " + recipient);
    }

    Instant since() {
        return Instant.parse(at);
    }

    static String digest(List<String> parts) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot sum: " + e.getMessage(), e);
        }
    }
}
