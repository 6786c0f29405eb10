package dev.steep.protocol;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Packet;
import dev.steep.protocol.packet.Unpacker;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts messages into packets, with the number that ties an answer to its request, and takes them out again. */
public final class Messages {
    /** The number of reports that answer no request. */
    public static final int UNASKED = 0;

    private Messages() {}

    /** A message and the number of the request it is or answers. */
    public record Letter<T>(int id, T message) {}

    public static Packet pack(int id, Request request) {
        Packer packer = new Packer().number(id);
        request.pack(packer);
        return packer.packet(request.tag());
    }

    public static Packet pack(int id, Report report) {
        Packer packer = new Packer().number(id);
        report.pack(packer);
        return packer.packet(report.tag());
    }

    public static Letter<Request> request(Packet packet) {
        Unpacker unpacker = new Unpacker(packet);
        Function<Unpacker, ? extends Request> inquiry = Inquiry.KINDS.get(packet.tag());
        Function<Unpacker, ? extends Request> kind = inquiry != null ? inquiry : Request.KINDS.get(packet.tag());
        return new Letter<>(unpacker.whole(), kind(kind, packet).apply(unpacker));
    }

    public static Letter<Report> report(Packet packet) {
        Unpacker unpacker = new Unpacker(packet);
        return new Letter<>(
                unpacker.whole(), kind(Report.KINDS.get(packet.tag()), packet).apply(unpacker));
    }

    private static <T> T kind(@Nullable T known, Packet packet) {
        if (known == null) {
            throw new IllegalArgumentException("There is no message \"" + packet.tag() + "\".");
        }
        return known;
    }
}
