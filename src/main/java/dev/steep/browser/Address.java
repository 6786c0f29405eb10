package dev.steep.browser;

import dev.steep.math.Characters;
import elemental2.core.JsDate;
import elemental2.dom.DomGlobal;
import elemental2.dom.URLSearchParams;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import org.teavm.jso.JSBody;

/** The page's address. What follows its {@code #} is the experiment; it never leaves the browser. */
public final class Address {
    private static final Entries ENTRIES = new Entries(new Entries.Browser() {
        @Override
        public void push(String link) {
            history(embedded() ? "replaceState" : "pushState", link);
        }

        @Override
        public void replace(String link) {
            history("replaceState", link);
        }

        @Override
        public void wake(double milliseconds) {
            DomGlobal.setTimeout(arguments -> ENTRIES.pass(now()), milliseconds);
        }
    });

    private Address() {}

    /** What follows the {@code #}, decoded. A broken percent sign is left as it stands. */
    public static String fragment() {
        ENTRIES.flush(now());
        return fragmentOf(DomGlobal.location.hash);
    }

    /** What follows the {@code #} of a link, decoded; a text without one is left as it stands. */
    public static String fragmentOf(String link) {
        int hash = link.indexOf('#');
        if (hash < 0) {
            return link;
        }
        String raw = link.substring(hash + 1);
        try {
            return decode(raw);
        } catch (RuntimeException malformed) {
            return raw;
        }
    }

    /** Makes this the present entry's fragment, without a new entry in the history; soon, if many follow each other. */
    public static void replace(String fragment) {
        ENTRIES.replace(link(fragment), now());
    }

    /** Adds an entry to the history; soon, if very many follow each other. */
    public static void push(String fragment) {
        ENTRIES.push(link(fragment), now());
    }

    /** Calls when a person goes back or forward, or edits the address. */
    public static void onChange(Runnable then) {
        String[] followed = {""}; // browsers send both events for one change, or only the second
        DomGlobal.window.addEventListener("popstate", event -> {
            followed[0] = DomGlobal.location.href;
            follow(then);
        });
        DomGlobal.window.addEventListener("hashchange", event -> {
            if (!followed[0].equals(DomGlobal.location.href)) {
                follow(then);
            }
            followed[0] = "";
        });
        DomGlobal.window.addEventListener("change", event -> ENTRIES.settle(now()));
        DomGlobal.window.addEventListener("pagehide", event -> ENTRIES.flush(now()));
        DomGlobal.window.addEventListener("beforeunload", event -> ENTRIES.flush(now()));
        DomGlobal.document.addEventListener("visibilitychange", event -> ENTRIES.flush(now()));
    }

    /** The history of a page around this one belongs to that page. */
    private static boolean embedded() {
        return DomGlobal.document.body.classList.contains("embedded");
    }

    private static void follow(Runnable then) {
        ENTRIES.forget();
        then.run();
    }

    private static double now() {
        return JsDate.now();
    }

    /** A link to this fragment. */
    public static String link(String fragment) {
        String page = DomGlobal.location.href;
        int hash = page.indexOf('#');
        return (hash < 0 ? page : page.substring(0, hash)) + "#" + escape(fragment);
    }

    /**
     * A link to this fragment in the full lab, whichever page this one is: what belongs to this view of it, such as the build, stays
     * behind.
     */
    public static String lab(String fragment) {
        return page(embedded() ? "index.html" : file(), "", fragment);
    }

    /** A link to a page that lies beside this one. */
    public static String page(String name, String query, String fragment) {
        String here = withoutQuery();
        return here.substring(0, here.lastIndexOf('/') + 1) + name + (query.isEmpty() ? "" : "?" + query) + "#"
                + escape(fragment);
    }

    private static String file() {
        String here = withoutQuery();
        return here.substring(here.lastIndexOf('/') + 1);
    }

    private static String withoutQuery() {
        return DomGlobal.location.protocol + "//" + DomGlobal.location.host + DomGlobal.location.pathname;
    }

    /** Whether nobody but this machine can open its links. */
    public static boolean isOfThisMachine() {
        String host = DomGlobal.location.hostname;
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    /** A query parameter of the address, or the empty text. */
    public static String query(String name) {
        String value = new URLSearchParams(DomGlobal.location.search).get(name);
        return value == null ? "" : value;
    }

    /** Escapes what browsers or chat tools would break at; all else stays readable. */
    private static String escape(String fragment) {
        String whole = Characters.wellFormed(fragment); // half a character cannot be encoded
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@/?".indexOf(c) >= 0);
            int length = Characters.isPair(whole, i) ? 2 : 1;
            escaped.append(plain ? String.valueOf(c) : encode(whole.substring(i, i + length)));
            i += length - 1;
        }
        return escaped.toString();
    }

    /** A page may be forbidden to change its address, in a sandbox for instance: the experiment goes on without. */
    @JSBody(
            params = {"how", "link"},
            script = "try { history[how](null, '', link); } catch (refused) { console.warn(String(refused)); }")
    private static native void history(String how, String link);

    @JsMethod(namespace = JsPackage.GLOBAL, name = "encodeURIComponent")
    private static native String encode(String text);

    @JsMethod(namespace = JsPackage.GLOBAL, name = "decodeURIComponent")
    private static native String decode(String text);
}
