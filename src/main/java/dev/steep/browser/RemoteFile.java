package dev.steep.browser;

import elemental2.dom.Blob;
import elemental2.dom.DomGlobal;
import elemental2.promise.Promise;
import java.util.function.Consumer;
import jsinterop.base.JsPropertyMap;
import org.teavm.jso.JSBody;

/**
 * A file that is fetched from an address, as far as its host lets other pages read it (CORS). Nothing goes along: no cookies and no word
 * of where the request comes from.
 */
public final class RemoteFile {
    private static final int EVERY = 100; // milliseconds between two words of how far it is

    /** What goes wrong, as the script below says it. */
    enum Trouble {
        /** It was given up. */
        STOPPED,
        OFFLINE,
        /** No answer: no such host, or nothing listens there. */
        UNREACHABLE,
        /** There is an answer that this page may not read. */
        FORBIDDEN,
        /** An answer without the file; its number is {@code status}. */
        STATUS,
        /** A web page. */
        PAGE,
        EMPTY,
        LARGE,
        /** It broke off. */
        BROKEN;

        /** A sentence with what to do. */
        String sentence(WebAddress from, int status, double most) {
            String drop = " Download the file and drop it here.";
            String host = from.host();
            return switch (this) {
                case STOPPED -> "Fetching " + from.file() + " was given up.";
                case OFFLINE ->
                    "This machine is offline, so nothing can be fetched. Files that you have can be dropped here.";
                case UNREACHABLE -> "No answer came from " + host + ". Is the address right?";
                case FORBIDDEN -> host + " does not let other pages read it." + drop;
                case STATUS ->
                    status == 404 || status == 410
                            ? host + " has no such file (" + status + "). Is the address right?"
                            : status == 401 || status == 403
                                    ? host + " does not give this file to everybody (" + status + ")." + drop
                                    : host + " answers with an error (" + status
                                            + ") instead of the file. Try again later, or"
                                            + " download the file and drop it here.";
                case PAGE ->
                    "There is a web page at this address, not a file. Take the address of the file itself: on most sites that"
                            + " is what a button such as Raw or Download leads to.";
                case EMPTY -> "There is an empty file at this address.";
                case LARGE ->
                    "The file is larger than the " + Math.round(most / (1 << 20))
                            + " MB that can be opened from an address. Download it and drop a part of it here.";
                case BROKEN -> "The connection to " + host + " broke off. Try again.";
            };
        }
    }

    /** What hears of it. */
    public interface Listener {
        /** @param total bytes; 0 where the host does not say */
        void progressed(double loaded, double total);

        void came(Blob file);

        void failed(String sentence);
    }

    private final JsPropertyMap<Object> state;

    private RemoteFile(JsPropertyMap<Object> state) {
        this.state = state;
    }

    /** Begins to fetch a file of at most so many bytes. */
    public static RemoteFile fetch(WebAddress from, double most, Listener listener) {
        JsPropertyMap<Object> state = JsPropertyMap.of();
        Promise<Blob> arriving = begin(state, from.text(), most);
        double clock = DomGlobal.setInterval(
                ignored -> listener.progressed(number(state, "loaded"), number(state, "total")), EVERY);
        Consumer<Runnable> end = then -> {
            DomGlobal.clearInterval(clock);
            then.run();
        };
        arriving.then(
                file -> {
                    end.accept(() -> listener.came(file));
                    return null;
                },
                failure -> {
                    Trouble trouble = Trouble.values()[(int) number(state, "trouble")];
                    end.accept(() -> listener.failed(trouble.sentence(from, (int) number(state, "status"), most)));
                    return null;
                });
        return new RemoteFile(state);
    }

    /** Gives it up. */
    public void stop() {
        abort(state);
    }

    @JSBody(
            params = {"state", "name"},
            script = "return +(state[name] || 0);")
    private static native double number(JsPropertyMap<Object> state, String name);

    @JSBody(params = "state", script = "state.stopped = true; state.stop.abort();")
    private static native void abort(JsPropertyMap<Object> state);

    /** {@code state.trouble} is the place of a {@link Trouble}. An answer that may not be read shows by a request for its bare existence. */
    @JSBody(
            params = {"state", "url", "most"},
            script = "var stop = state.stop = new AbortController();"
                    + "function usual(more) {"
                    + "  return Object.assign({signal: stop.signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache'}, more);"
                    + "}"
                    + "function fail(trouble) { state.trouble = state.stopped ? 0 : trouble; stop.abort(); throw trouble; }"
                    + "return fetch(url, usual({mode: 'cors'})).then(function(answer) {"
                    + "  state.status = answer.status;"
                    + "  state.total = +(answer.headers.get('content-length') || 0);"
                    + "  var type = (answer.headers.get('content-type') || '').toLowerCase();"
                    + "  if (!answer.ok) { fail(4); }"
                    + "  if (type.indexOf('text/html') === 0) { fail(5); }"
                    + "  if (state.total > most) { fail(7); }"
                    + "  var reader = answer.body.getReader(), parts = [], loaded = 0;"
                    + "  function more() {"
                    + "    return reader.read().then(function(part) {"
                    + "      if (part.done) {"
                    + "        if (loaded === 0) { fail(6); }"
                    + "        return new Blob(parts);"
                    + "      }"
                    + "      parts.push(part.value);"
                    + "      state.loaded = loaded += part.value.length;"
                    + "      if (loaded > most) { fail(7); }"
                    + "      return more();"
                    + "    }, function() { fail(8); });"
                    + "  }"
                    + "  return more();"
                    + "}, function() {"
                    + "  if (state.stopped || !navigator.onLine) { fail(1); }"
                    + "  return fetch(url, usual({mode: 'no-cors'})).then(function() { fail(3); },"
                    + "    function() { fail(navigator.onLine ? 2 : 1); });"
                    + "});")
    private static native Promise<Blob> begin(JsPropertyMap<Object> state, String url, double most);
}
