package dev.steep.ui.page;

import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences for the student, at the corner of the page. Good news goes by itself; trouble waits to be dismissed, or until
 * other data is opened.
 */
public final class Notices implements Lab.Listener {
    private static final int MOST = 10;
    private static final int MILLISECONDS = 9000;

    private final HTMLElement element = Html.of("div", "notices").element();
    private final HTMLElement quiet = part("status", "polite");
    private final HTMLElement loud = part("alert", "assertive");
    private final List<Notice> notices = new ArrayList<>();

    private record Notice(String sentence, HTMLElement element) {}

    public Notices(Lab lab) {
        element.append(loud, quiet);
        lab.listen(this);
    }

    public HTMLElement element() {
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
        (trouble ? loud : quiet).appendChild(notice.element());
        if (notices.size() > MOST) {
            dismiss(notices.get(0));
        }
        if (!trouble) {
            DomGlobal.setTimeout(arguments -> dismiss(notice), MILLISECONDS);
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
