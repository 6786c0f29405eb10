package dev.steep.ui;

import dev.steep.protocol.Report;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sentences for the student, at the corner of the page. Good news goes by itself; trouble waits to be dismissed, or until
 * other data is opened; why training broke off, until it can go on.
 */
final class Notices implements Lab.Listener {
    private static final int MOST = 4;
    private static final int MILLISECONDS = 9000;

    private final HTMLElement element = Html.of("div", "notices").element();
    private final HTMLElement quiet = part("status", "polite");
    private final HTMLElement loud = part("alert", "assertive");
    private final List<Notice> notices = new ArrayList<>();

    private Optional<Notice> latestTrouble = Optional.empty();
    private Optional<Notice> reason = Optional.empty();

    private record Notice(String sentence, HTMLElement element) {}

    Notices(Lab lab) {
        element.append(loud, quiet);
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void told(String sentence, boolean trouble) {
        new ArrayList<>(notices)
                .stream().filter(notice -> notice.sentence().equals(sentence)).forEach(this::dismiss);
        Html line = Html.of("div", trouble ? "notice trouble" : "notice")
                .add(Html.of("p", "").text(sentence));
        Notice notice = new Notice(sentence, line.element());
        line.add(Html.button("btn-close", "", () -> dismiss(notice)).attribute("aria-label", "Dismiss"));
        notices.add(notice);
        if (trouble) {
            latestTrouble = Optional.of(notice);
        }
        (trouble ? loud : quiet).appendChild(notice.element());
        if (notices.size() > MOST) {
            dismiss(notices.get(0));
        }
        if (!trouble) {
            DomGlobal.setTimeout(arguments -> dismiss(notice), MILLISECONDS);
        }
    }

    /** Why training broke off is said just before it has; it holds until training can go on. */
    @Override
    public void progressed(Report.Progress progress) {
        if (progress.state() != Report.Progress.State.DIVERGED) {
            reason.ifPresent(this::dismiss);
            reason = Optional.empty();
        } else if (reason.isEmpty()) {
            reason = latestTrouble;
        }
    }

    @Override
    public void turned() {
        List.copyOf(notices).forEach(this::dismiss);
    }

    @Override
    public void died(String sentence) {} // Problems says it where it stays

    private void dismiss(Notice notice) {
        notices.remove(notice);
        notice.element().remove();
    }

    private static HTMLElement part(String role, String urgency) {
        return Html.of("div", "")
                .attribute("role", role)
                .attribute("aria-live", urgency)
                .element();
    }
}
