package org.kvartal.jobs.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message for machines: a JSON object on one line. */
final class MessageJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MessageJson() {}

    static String of(Message message) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("id", message.id());
        content.put("at", message.at());
        content.putAll(message.fields());
        content.put("text", plain(message.text()));
        try {
            return MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + message.id() + ": " + e.getMessage(), e);
        }
    }

    /** Chats show the text; angle brackets and at-signs would call people or hide links in it. */
    private static String plain(String text) {
        return text.strip().replace('<', '‹').replace('>', '›').replace("@", "(at)");
    }
}
