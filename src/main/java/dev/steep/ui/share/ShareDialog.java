package dev.steep.ui.share;

import dev.steep.browser.Address;
import dev.steep.catalog.Numbers;
import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Dialog;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The experiment as a link, as a part of another page, or as a code for a phone's camera, and what of it travels. */
public final class ShareDialog implements Lab.Listener {
    /** Chat tools cut longer links. */
    private static final int LONG = 2000;

    /** A code of more bytes has so many modules that a camera has to be near and steady. */
    private static final int DENSE = 1000;

    private static final String LINK = "Link";
    private static final String EMBED = "In a page";
    private static final String CODE = "QR code";

    private final Lab lab;
    private final CopyField link = new CopyField("Link to this experiment", 3);
    private final HTMLElement length = Html.of("p", "share-note").element();
    private final HTMLElement warning = Html.of("p", "share-note share-warning").element();
    private final EmbedForm embed = new EmbedForm();
    private final HTMLElement code = Html.of("div", "share-code").element();
    private final HTMLElement codeNote = Html.of("p", "share-note").element();
    private final HTMLElement along = Html.of("ul", "").element();
    private final HTMLElement behind = Html.of("ul", "").element();
    private final Map<String, HTMLElement> ways = new LinkedHashMap<>();
    private final Segments choice;
    private final Dialog dialog = new Dialog("share-dialog", "Share this experiment");
    private String way = LINK;

    public ShareDialog(Lab lab) {
        this.lab = lab;
        ways.put(LINK, Html.of("div", "").add(link.element(), length).element());
        ways.put(EMBED, embed.element());
        ways.put(CODE, Html.of("div", "").add(code, codeNote).element());
        choice = new Segments(List.copyOf(ways.keySet()), name -> name, this::show);
        choice.element().setAttribute("aria-label", "How to share");
        warning.hidden = !Address.isOfThisMachine();
        warning.textContent =
                "This lab runs on your own machine, so nobody else can open its links. Put the site onto a web"
                        + " server, and share from there.";
        dialog.add(Html.of("div", "share-choice").add(choice.element()).element())
                .add(ways.values().toArray(new HTMLElement[0]))
                .add(warning)
                .add(Html.of("div", "travels")
                        .add(Html.of("section", "")
                                .add(Html.of("h3", "panel-title").text("What travels"))
                                .add(along))
                        .add(Html.of("section", "")
                                .add(Html.of("h3", "panel-title").text("What stays here"))
                                .add(behind))
                        .element())
                .add(Html.of("p", "share-note")
                        .add(Html.of("a", "")
                                .attribute("href", "experiments.html")
                                .attribute("target", "_blank")
                                .text("Experiments prepared for lectures"))
                        .add(Html.of("span", "").text(", each as a link to open or to embed."))
                        .element());
        dialog.closed(embed::rest);
        lab.listen(this);
    }

    public HTMLElement element() {
        return dialog.element();
    }

    /** Shows the experiment that is open. */
    public void open() {
        dialog.open();
        show(way);
    }

    /** The experiment may change while the dialog is open: by a script, or by Back. */
    @Override
    public void opened(Report.Opened opened) {
        if (dialog.isOpen()) {
            show(way);
        }
    }

    private void show(String wanted) {
        way = wanted;
        choice.show(wanted);
        ways.forEach((name, element) -> element.hidden = !name.equals(wanted));
        Recipe recipe = lab.recipe();
        String address = Address.lab(recipe.toString());
        link.show(address);
        length.textContent = Numbers.count(address.length(), "character") + "."
                + (address.length() > LONG
                        ? " Some chat and mail programs cut links of more than " + Numbers.grouped(LONG)
                                + ": put it into a file or onto a page."
                        : " The link holds all of the experiment as readable text, and no server is asked.");
        draw(address);
        if (wanted.equals(EMBED)) {
            embed.show(recipe);
        } else {
            embed.rest();
        }
        Travels travels = Travels.of(recipe, samples(), lab.testOpened());
        fill(along, travels.along());
        fill(behind, travels.behind());
    }

    private void draw(String address) {
        QrPicture.svg(address)
                .ifPresentOrElse(
                        svg -> {
                            code.innerHTML = svg;
                            codeNote.textContent = address.length() > DENSE
                                    ? "A long link makes a dense code: hold the camera near and still."
                                    : "A phone's camera opens the experiment. It trains there, on the phone.";
                        },
                        () -> {
                            Html.clear(code);
                            codeNote.textContent = "This link has " + Numbers.count(address.length(), "character")
                                    + ", and a QR code holds " + Numbers.grouped(QrPicture.MOST)
                                    + " at the most. Share the link itself.";
                        });
        code.hidden = code.firstChild == null;
    }

    private int samples() {
        return lab.facts()
                .map(opened -> {
                    int all = 0;
                    for (int part : opened.data().parts()) {
                        all += part;
                    }
                    return all;
                })
                .orElse(0);
    }

    private static void fill(HTMLElement list, List<String> items) {
        Html.clear(list);
        items.forEach(item -> list.appendChild(Html.of("li", "").text(item).element()));
    }
}
