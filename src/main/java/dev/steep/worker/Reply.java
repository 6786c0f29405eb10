package dev.steep.worker;

import dev.steep.protocol.Report;
import java.util.Optional;

/** What a request is answered with at once. */
final class Reply {
    /** Nothing yet: the answer was sent already, or will be. */
    static final Optional<Report> LATER = Optional.empty();

    static final Optional<Report> DONE = Optional.of(new Report.Done());

    private Reply() {}

    /** It is not done; the sentence says why. */
    static Optional<Report> refuse(String sentence) {
        return Optional.of(new Report.Refused(sentence));
    }
}
