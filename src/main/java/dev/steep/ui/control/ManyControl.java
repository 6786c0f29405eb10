package dev.steep.ui.control;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.List;

/** Several picks: one line for each, with its knobs below and a button that removes it, and a menu that adds one. */
final class ManyControl implements KnobControl<List<Choice>> {
    private final Domain.Many domain;
    private final Caption caption;
    private final Edit<List<Choice>> edit;
    private final HTMLElement items = Html.of("div", "many-items").element();
    private final HTMLSelectElement menu;
    private final HTMLElement element;
    private final List<ChoiceForm> forms = new ArrayList<>();
    private List<Choice> shown = List.of();

    ManyControl(Domain.Many domain, Caption caption, Edit<List<Choice>> edit) {
        this.domain = domain;
        this.caption = caption;
        this.edit = edit;
        Html options = Html.of("select", "form-select form-select-sm");
        options.add(Html.option("", "Add a " + domain.noun() + "…"));
        for (Kind kind : domain.kinds().get()) {
            options.add(Html.option(kind.name(), kind.title()).attribute("title", kind.about()));
        }
        menu = caption.name((HTMLSelectElement) options.element());
        menu.addEventListener("change", event -> add());
        element =
                Html.of("div", "knob knob-many").add(caption.above(items), menu).element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show(List<Choice> value) {
        boolean same = value.size() == shown.size();
        for (int i = 0; i < value.size() && same; i++) {
            same = value.get(i).is(shown.get(i).kind());
        }
        shown = List.copyOf(value);
        if (!same) {
            forms.clear();
            Html.clear(items);
            for (int i = 0; i < shown.size(); i++) {
                items.appendChild(item(i));
            }
        }
        for (int i = 0; i < shown.size(); i++) {
            forms.get(i).show(shown.get(i));
        }
        menu.disabled = shown.size() >= domain.most();
    }

    private HTMLElement item(int place) {
        Kind kind = shown.get(place).kind();
        ChoiceForm form =
                new ChoiceForm(kind, kind.knobs(), 0, caption::within, () -> shown.get(place), (choice, continuing) -> {
                    List<Choice> changed = new ArrayList<>(shown);
                    changed.set(place, choice);
                    edited(changed, continuing);
                });
        forms.add(form);
        Html remove = Html.of("button", "btn-close many-remove")
                .attribute("type", "button")
                .attribute("aria-label", "Remove " + kind.title())
                .attribute("title", "Remove");
        remove.on("click", event -> {
            List<Choice> rest = new ArrayList<>(shown);
            rest.remove(place);
            edited(rest, false);
            menu.focus();
        });
        return Html.of("div", "many-item")
                .add(
                        Html.of("div", "many-head")
                                .add(Html.of("span", "")
                                        .attribute("title", kind.about())
                                        .text(kind.title()))
                                .add(HelpLink.to(kind))
                                .add(remove)
                                .element(),
                        form.element())
                .element();
    }

    private void add() {
        domain.kinds().get().stream()
                .filter(kind -> kind.name().equals(menu.value))
                .findFirst()
                .ifPresent(kind -> {
                    List<Choice> more = new ArrayList<>(shown);
                    more.add(kind.choice());
                    edited(more, false);
                    open(items.lastElementChild);
                });
        menu.value = "";
    }

    /** Shows the knobs of what was just added. */
    private static void open(Element item) {
        Element more = item.querySelector("details");
        if (more != null) {
            more.setAttribute("open", "");
        }
    }

    private void edited(List<Choice> value, boolean continuing) {
        show(value);
        edit.to(value, continuing);
    }
}
