package dev.steep.ui.page;

import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sentences for the student, at the corner of the page. Good news goes by itself; trouble waits to be dismissed, or until
 * other data is opened. What an edit has cost comes with a button that undoes it, as long as it is the last edit.
 */
public final class Notices implements Lab.Listener {
    private static final int MOST = 10;
    private static final int MILLISECONDS = 9000;

    /** Longer than it takes to read a sentence and to find the button. */
    private static final int MILLISECONDS_TO_UNDO = 20_000;

    private final HTMLElement element = Html.of("div", "notices").element();
    private final HTMLElement quiet = part("status", "polite");
    private final HTMLElement loud = part("alert", "assertive");
    private final List<Notice> notices = new ArrayList<>();
    private final Lab lab;
    private Optional<Notice> edit = Optional.empty();

    private record Notice(String sentence, HTMLElement element) {}

    public Notices(Lab lab) {
        this.lab = lab;
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
        Notice notice = add(
                sentence,
                trouble,
                Html.of("div", trouble ? "notice trouble" : "notice")
                        .add(Html.of("p", "").text(sentence)));
        if (!trouble) {
            DomGlobal.setTimeout(arguments -> dismiss(notice), MILLISECONDS);
        }
    }

    @Override
    public void lost(String sentence) {
        edit.ifPresent(this::dismiss);
        Notice notice = add(
                sentence,
                false,
                Html.of("div", "notice")
                        .add(Html.of("p", "").text(sentence))
                        .add(Html.button(
                                "btn btn-link notice-undo",
                                "Undo",
                                () -> lab.undo(report -> {
                                    if (report instanceof Report.Refused refused) {
                                        lab.tell(refused.sentence(), true);
                                    }
                                }))));
        edit = Optional.of(notice);
        DomGlobal.setTimeout(arguments -> dismiss(notice), MILLISECONDS_TO_UNDO);
    }

    /** Undo would undo something else from now on. */
    @Override
    public void changed(Recipe recipe) {
        edit.ifPresent(this::dismiss);
        edit = Optional.empty();
    }

    private Notice add(String sentence, boolean trouble, Html line) {
        Notice notice = new Notice(sentence, line.element());
        line.add(Html.button("btn-close", "", () -> dismiss(notice)).attribute("aria-label", "Dismiss"));
        notices.add(notice);
        (trouble ? loud : quiet).appendChild(notice.element());
        if (notices.size() > MOST) {
            dismiss(notices.get(0));
        }
        return notice;
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
