package dev.steep.browser;

import dev.steep.protocol.packet.Packet;
import elemental2.core.JsArray;
import elemental2.core.Transferable;
import elemental2.dom.DedicatedWorkerGlobalScope;
import elemental2.dom.DomGlobal;
import elemental2.dom.MessageChannel;
import elemental2.dom.Worker;
import java.util.function.Consumer;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** One end of the line between page and worker: sends packets and receives them. */
public abstract class WorkerPort {
    private WorkerPort() {}

    /** The page's end, to a worker. */
    public static WorkerPort to(Worker worker) {
        return new WorkerPort() {
            @Override
            public void send(Packet packet) {
                JsArray<Transferable> transfer = new JsArray<>();
                JsPropertyMap<Object> message = PacketCodec.encode(packet, transfer);
                worker.postMessage(message, transfer);
            }

            @Override
            public void receive(Consumer<Packet> consumer, Consumer<String> failure) {
                worker.onmessage = event -> consumer.accept(PacketCodec.decode(event.data));
                worker.addEventListener("error", event -> {
                    Object message = Js.asPropertyMap(event).get("message");
                    failure.accept(message == null ? "it could not be loaded" : message.toString());
                });
                worker.addEventListener("messageerror", event -> failure.accept("its answer could not be read"));
            }

            @Override
            public void close() {
                worker.onmessage = event -> {};
                worker.terminate();
            }
        };
    }

    /** The worker's end, to its page. */
    public static WorkerPort inWorker() {
        DedicatedWorkerGlobalScope scope = Js.uncheckedCast(Js.global());
        return new WorkerPort() {
            @Override
            public void send(Packet packet) {
                JsArray<Transferable> transfer = new JsArray<>();
                JsPropertyMap<Object> message = PacketCodec.encode(packet, transfer);
                scope.postMessage(message, transfer);
            }

            @Override
            public void receive(Consumer<Packet> consumer, Consumer<String> failure) {
                scope.setOnmessage(event -> consumer.accept(PacketCodec.decode(event.data)));
            }

            @Override
            public void close() {
                scope.close();
            }
        };
    }

    /** Sends a packet; the memory of its arrays is handed over. */
    public abstract void send(Packet packet);

    /**
     * Says who takes packets.
     *
     * @param failure takes a sentence when the other end dies
     */
    public abstract void receive(Consumer<Packet> consumer, Consumer<String> failure);

    /** Ends the worker, whatever it is doing. Nothing is received any more. */
    public abstract void close();

    /** Makes a function that has the task run soon, once per call, after whatever messages wait. */
    public static Runnable soon(Runnable task) {
        MessageChannel channel = new MessageChannel();
        channel.port1.onmessage = event -> task.run();
        return () -> channel.port2.postMessage("");
    }

    /** Has the task run after so many milliseconds. */
    public static void later(Runnable task, double milliseconds) {
        DomGlobal.setTimeout(arguments -> task.run(), milliseconds);
    }
}
