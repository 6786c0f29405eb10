package dev.steep.browser;

import dev.steep.math.Characters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An address of a file on the web (RFC 3986), by http or https.
 *
 * @param text the whole address, without what stands behind a {@code #}
 * @param secure whether it is https
 * @param host with its port, if it has one
 * @param file the last part of its path, in plain letters; the host's name if there is none
 */
public record WebAddress(String text, boolean secure, String host, String file) {
    /** What links can hold. */
    public static final int LONGEST = 400;

    /** Reads what a person typed or a link said; nothing if it is no such address. A missing scheme is https. */
    public static Optional<WebAddress> read(String typed) {
        String text = typed.strip();
        int fragment = text.indexOf('#');
        text = fragment < 0 ? text : text.substring(0, fragment);
        int scheme = text.indexOf("://");
        String name = scheme < 0 ? "https" : text.substring(0, scheme).toLowerCase();
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        int path = 0;
        while (path < rest.length() && "/?".indexOf(rest.charAt(path)) < 0) {
            path++;
        }
        String host = rest.substring(0, path);
        boolean valid = (name.equals("https") || name.equals("http"))
                && isHost(host)
                && text.length() <= LONGEST
                && rest.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\')
                && (scheme >= 0 || path < rest.length()); // iris.csv is a file, not a host
        return valid
                ? Optional.of(new WebAddress(
                        name + "://" + rest, name.equals("https"), host, file(host, rest.substring(path))))
                : Optional.empty();
    }

    /** Names and numbers, and no name of a user before it. */
    private static boolean isHost(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean usual = Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
            if (!usual) {
                return false;
            }
        }
        int port = host.startsWith("[") ? host.indexOf(':', Math.max(0, host.indexOf(']'))) : host.indexOf(':');
        boolean named = !host.isEmpty() && host.charAt(0) != '.' && port != 0;
        return named && (port < 0 || host.substring(port + 1).chars().allMatch(Character::isDigit));
    }

    private static String file(String host, String path) {
        int end = path.indexOf('?');
        String plain = end < 0 ? path : path.substring(0, end);
        String last = Characters.visible(letters(plain.substring(plain.lastIndexOf('/') + 1)))
                .replace('/', '_');
        return last.isBlank() ? host : last;
    }

    /** {@code %C3%B6} is a letter; what is no such code stays as it is. */
    private static String letters(String coded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < coded.length(); i++) {
            int high = i + 2 < coded.length() && coded.charAt(i) == '%' ? Character.digit(coded.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(coded.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(16 * high + low);
                i += 2;
            } else {
                byte[] same = coded.substring(i, i + 1).getBytes(StandardCharsets.UTF_8);
                bytes.write(same, 0, same.length);
            }
        }
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }

    /** Whether it is this machine, which also a page that came by https may ask by http. */
    private boolean isHere() {
        return host.startsWith("localhost") || host.startsWith("127.0.0.1") || host.startsWith("[::1]");
    }

    /** Why a page may not fetch it, if it may not. */
    public Optional<String> refusal(boolean securePage) {
        return securePage && !secure && !isHere()
                ? Optional.of("This page came by https, and browsers let it fetch nothing by http. Try https://" + host
                        + " instead, or download the file and drop it here.")
                : Optional.empty();
    }
}
