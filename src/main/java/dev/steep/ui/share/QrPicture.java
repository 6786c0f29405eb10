package dev.steep.ui.share;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.List;
import java.util.Optional;

/**
 * A link as a QR code, dark on light whatever the theme, since that is what cameras expect. Source: ISO/IEC 18004, by the
 * library qrcodegen.
 */
public final class QrPicture {
    /** Bytes that the largest code holds, of version 40 with the least correction. */
    public static final int MOST = 2953;

    /** Light modules around the code, as the standard asks for. */
    private static final int QUIET = 4;

    private QrPicture() {}

    /** The code; nothing if the link is too long for one. */
    static Optional<QrCode> code(String link) {
        try {
            return Optional.of(
                    QrCode.encodeSegments(List.of(QrSegment.makeBytes(link.getBytes(UTF_8))), QrCode.Ecc.LOW));
        } catch (DataTooLongException tooLong) {
            return Optional.empty();
        }
    }

    /** The code as an SVG element of one path; nothing if the link is too long for one. */
    public static Optional<String> svg(String link) {
        return code(link).map(QrPicture::svg);
    }

    private static String svg(QrCode code) {
        int side = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int begin = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > begin) {
                    path.append('M').append(begin + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - begin)
                            .append("v1h")
                            .append(begin - x)
                            .append('z');
                }
            }
        }
        return "<svg viewBox='0 0 " + side + " " + side + "' role='img' aria-label='QR code of the link'"
                + " shape-rendering='crispEdges'><path fill='#fff' d='M0 0h" + side + "v" + side + "H0z'/>"
                + "<path fill='#000' d='" + path + "'/></svg>";
    }
}
