package org.kvartal.reports.portal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Style, script and fonts of the pages: files of the program, none of which the network is asked for. */
final class Asset {
    private static final Map<String, String> FOLDERS = folders();

    private Asset() {}

    private static Map<String, String> folders() {
        Map<String, String> folders = new HashMap<>();
        folders.put("screen.css", "/style/");
        folders.put("portal.css", "/portal/");
        folders.put("portal.js", "/portal/");
        folders.put("mark.svg", "/portal/");
        for (String font : new String[] {"IBMPlexSans", "IBMPlexSansArabic"}) {
            folders.put(font + "-Regular.woff2", "/fonts/");
            folders.put(font + "-SemiBold.woff2", "/fonts/");
        }
        return folders;
    }

    static Reply named(String name) throws IOException {
        String folder = FOLDERS.get(name);
        if (folder == null) {
            throw Refused.unknown("that file");
        }
        try (InputStream in = Asset.class.getResourceAsStream(folder + name)) {
            return Reply.bytes(type(name), in.readAllBytes());
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "font/woff2";
        };
    }
}
