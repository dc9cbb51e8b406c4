package org.kvartal.jobs.notify;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who sends the messages of each channel. */
final class Senders {
    private final Map<String, Sender> byChannel = new HashMap<>();

    /** @param output what attachments are relative to */
    Senders(NotificationSettings settings, Path output) {
        settings.mail()
                .map(server -> new MailSender(server, output, settings.patience()))
                .ifPresent(mails -> {
                    settings.channels().stream()
                            .filter(Channel.Mail.class::isInstance)
                            .forEach(channel -> byChannel.put(channel.name(), mails));
                    settings.reports().forEach(report -> byChannel.put(report.channel(), mails));
                });
        for (Channel channel : settings.channels()) {
            if (channel instanceof Channel.Webhook webhook) {
                byChannel.put(channel.name(), new WebhookSender(webhook, settings.patience()));
            } else if (channel instanceof Channel.Lines lines) {
                byChannel.put(channel.name(), FileSender.appendingTo(lines.file()));
            } else if (channel instanceof Channel.Folder folder) {
                byChannel.put(channel.name(), FileSender.into(folder.folder()));
            }
        }
    }

    /** Empty when the configuration has no such channel any more. */
    Optional<Sender> of(Message message) {
        return Optional.ofNullable(byChannel.get(message.channel()));
    }
}
