package dev.steep.browser;

import dev.steep.protocol.packet.Packet;
import elemental2.core.JsArray;
import elemental2.promise.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jsinterop.base.JsPropertyMap;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * Packets that this browser keeps for the next visit, in an IndexedDB. Where a page may not have one, every call says so. What was
 * put or deleted is committed at once, over a connection that stays open: so it outlasts a page that goes in the next instant.
 */
public final class LastingRecords {
    private final String name;
    private final JSObject connection = closed();

    /** @param name of the database, which is made when there is none */
    public LastingRecords(String name) {
        this.name = name;
    }

    /** Reads all of them. */
    public void read(Consumer<List<Packet>> then, Runnable refused) {
        all(connection, name)
                .then(
                        found -> {
                            List<Packet> packets = new ArrayList<>();
                            for (int i = 0; i < found.length; i++) {
                                packets.add(PacketCodec.decode(found.getAt(i)));
                            }
                            then.accept(packets);
                            return null;
                        },
                        failure -> {
                            refused.run();
                            return null;
                        });
    }

    /** Writes a packet in the place of what had its key; says when it is written, or that it is not. */
    public void put(String key, Packet packet, Runnable written, Runnable refused) {
        JsPropertyMap<Object> record = PacketCodec.encode(packet, new JsArray<>());
        record.set("key", key);
        write(connection, name, record)
                .then(
                        done -> {
                            written.run();
                            return null;
                        },
                        failure -> {
                            refused.run();
                            return null;
                        });
    }

    /** Removes what has this key; says when it is gone, or that it is not. */
    public void delete(String key, Runnable gone, Runnable refused) {
        remove(connection, name, key)
                .then(
                        done -> {
                            gone.run();
                            return null;
                        },
                        failure -> {
                            refused.run();
                            return null;
                        });
    }

    @JSBody(script = "return {};")
    private static native JSObject closed();

    /**
     * A database that another version of the page keeps open is refused, not waited for; one that another page deletes is let go. While
     * something is on its way, the document says so: {@code data-keeping}.
     */
    private static final String OPEN = "var mark = document.documentElement.dataset;"
            + "mark.keeping = +(mark.keeping || 0) + 1;"
            + "function over() { if (--mark.keeping < 1) { delete mark.keeping; } }"
            + "if (!connection.base) {"
            + "  connection.base = new Promise(function(done, fail) {"
            + "    var opening = indexedDB.open(name, 1);"
            + "    opening.onupgradeneeded = function() { opening.result.createObjectStore('records', {keyPath: 'key'}); };"
            + "    opening.onerror = opening.onblocked = fail;"
            + "    opening.onsuccess = function() {"
            + "      var base = opening.result;"
            + "      base.onversionchange = function() { base.close(); connection.base = null; };"
            + "      base.onclose = function() { connection.base = null; };"
            + "      done(base);"
            + "    };"
            + "  });"
            + "  connection.base.catch(function() { connection.base = null; });"
            + "}"
            + "var asked = connection.base.then(function(base) {"
            + "  return new Promise(function(done, fail) {"
            + "    var work = base.transaction('records', 'readwrite'), records = work.objectStore('records'), answer;"
            + "    work.oncomplete = function() { done(answer && answer.result); };"
            + "    work.onabort = work.onerror = function() { fail(work.error); };";

    private static final String CLOSE = "    if (!answer && work.commit) { work.commit(); }"
            + "  });"
            + "});"
            + "asked.then(over, over);"
            + "return asked;";

    @JSBody(
            params = {"connection", "name"},
            script = OPEN + "answer = records.getAll();" + CLOSE)
    private static native Promise<JsArray<JsPropertyMap<Object>>> all(JSObject connection, String name);

    @JSBody(
            params = {"connection", "name", "record"},
            script = OPEN + "records.put(record);" + CLOSE)
    private static native Promise<Object> write(JSObject connection, String name, JsPropertyMap<Object> record);

    @JSBody(
            params = {"connection", "name", "key"},
            script = OPEN + "records.delete(key);" + CLOSE)
    private static native Promise<Object> remove(JSObject connection, String name, String key);
}
