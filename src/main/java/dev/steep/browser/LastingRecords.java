package dev.steep.browser;

import dev.steep.protocol.Packet;
import elemental2.core.JsArray;
import elemental2.promise.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jsinterop.base.JsPropertyMap;
import org.teavm.jso.JSBody;

/** Packets that this browser keeps for the next visit, in an IndexedDB. Where a page may not have one, every call says so. */
public final class LastingRecords {
    private final String name;

    /** @param name of the database, which is made when there is none */
    public LastingRecords(String name) {
        this.name = name;
    }

    /** Reads all of them. */
    public void read(Consumer<List<Packet>> then, Runnable refused) {
        all(name)
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

    /** Writes a packet in the place of what had its key. */
    public void put(String key, Packet packet, Runnable refused) {
        JsPropertyMap<Object> record = PacketCodec.encode(packet, new JsArray<>());
        record.set("key", key);
        write(name, record).then(done -> null, failure -> {
            refused.run();
            return null;
        });
    }

    /** Removes what has this key. */
    public void delete(String key) {
        remove(name, key).then(done -> null, failure -> null); // what cannot be opened has nothing to remove
    }

    /** A database that another version of the page keeps open is refused, not waited for. */
    private static final String OPEN = "return new Promise(function(done, fail) {"
            + "  var opening = indexedDB.open(name, 1);"
            + "  opening.onupgradeneeded = function() { opening.result.createObjectStore('records', {keyPath: 'key'}); };"
            + "  opening.onerror = opening.onblocked = fail;"
            + "  opening.onsuccess = function() {"
            + "    var base = opening.result;"
            + "    try {"
            + "      var work = base.transaction('records', 'readwrite'), records = work.objectStore('records'), answer;";

    private static final String CLOSE =
            "      work.oncomplete = function() { base.close(); done(answer && answer.result); };"
                    + "      work.onabort = work.onerror = function() { base.close(); fail(work.error); };"
                    + "    } catch (fault) { base.close(); fail(fault); }"
                    + "  };"
                    + "});";

    @JSBody(params = "name", script = OPEN + "answer = records.getAll();" + CLOSE)
    private static native Promise<JsArray<JsPropertyMap<Object>>> all(String name);

    @JSBody(
            params = {"name", "record"},
            script = OPEN + "records.put(record);" + CLOSE)
    private static native Promise<Object> write(String name, JsPropertyMap<Object> record);

    @JSBody(
            params = {"name", "key"},
            script = OPEN + "records.delete(key);" + CLOSE)
    private static native Promise<Object> remove(String name, String key);
}
