package org.kvartal.jobs.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where something is sent over HTTP. The path may be a secret, so it is never printed. */
public final class WebAddress {
    static final String RULE = "must be https://HOST/PATH, or http:// on this machine";
    private static final Pattern NEARBY = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private final URI uri;

    private WebAddress(URI uri) {
        this.uri = uri;
    }

    /** Empty when the text breaks {@link #RULE}. */
    static Optional<WebAddress> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean allowed = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isNearby(uri.getHost()));
            return allowed ? Optional.of(new WebAddress(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean isNearby(String host) {
        return NEARBY.matcher(host).matches();
    }

    URI uri() {
        return uri;
    }

    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + "/***";
    }
}
