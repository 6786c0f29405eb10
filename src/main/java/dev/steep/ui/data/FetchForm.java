package dev.steep.ui.data;

import dev.steep.browser.RemoteFile;
import dev.steep.browser.WebAddress;
import dev.steep.catalog.Numbers;
import dev.steep.data.format.DataFiles;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Problems;
import dev.steep.ui.state.Lab;
import elemental2.dom.Blob;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;

/** Fetches a file from an address, when a person presses the button for it and never else. */
final class FetchForm {
    /** What becomes of a file that came. */
    interface Bring {
        void bring(List<FileBytes.Named> files, String address);
    }

    private final Lab lab;
    private final Bring bring;
    private final HTMLInputElement input;
    private final HTMLElement trouble = Html.of("p", "fetch-trouble")
            .attribute("role", "alert")
            .attribute("hidden", "")
            .element();
    private final HTMLElement form;
    private final HTMLElement element;

    FetchForm(Lab lab, Bring bring) {
        this.lab = lab;
        this.bring = bring;
        input = Js.uncheckedCast(Html.of("input", "form-control form-control-sm")
                .attribute("type", "url")
                .attribute("inputmode", "url")
                .attribute("autocomplete", "off")
                .attribute("spellcheck", "false")
                .attribute("placeholder", "https://…/iris.csv")
                .attribute("aria-label", "Address of a file")
                .element());
        form = Html.of("form", "fetch-form")
                .attribute("novalidate", "")
                .attribute("hidden", "")
                .on("submit", event -> {
                    event.preventDefault();
                    fetch(input.value);
                })
                .add(input)
                .add(Html.of("button", "btn bar-button")
                        .attribute("type", "submit")
                        .text("Fetch"))
                .add(Html.of("small", "").text("Its host learns that you fetch it, and nothing else."))
                .element();
        element = Html.of("div", "fetch")
                .add(Html.button("btn btn-link drop-folder fetch-open", "Fetch from an address…", this::unfold)
                        .attribute("title", "A file on the web whose host lets other pages read it"))
                .add(form, trouble)
                .element();
        element.hidden = DomGlobal.document.body.classList.contains("embedded"); // whose policy allows no other host
        DomGlobal.document.addEventListener(
                Problems.FETCH,
                event -> fetch(
                        Problems.address(lab.recipe()).map(WebAddress::text).orElse("")));
    }

    HTMLElement element() {
        return element;
    }

    private void unfold() {
        form.hidden = !form.hidden;
        if (!form.hidden) {
            input.focus();
        }
    }

    private void fetch(String typed) {
        say("");
        Optional<WebAddress> address = WebAddress.read(typed);
        if (address.isEmpty()) {
            say("That is no address of a file. One begins with https:// and goes on with the name of a host.");
            return;
        }
        WebAddress from = address.get();
        Optional<String> refusal = from.refusal(DomGlobal.location.protocol.equals("https:"));
        if (refusal.isPresent()) {
            say(refusal.get());
            return;
        }
        lab.stopReading();
        String words = "Fetching " + from.file() + " from " + from.host();
        lab.loading(words, 0);
        RemoteFile file = RemoteFile.fetch(from, DataFiles.MOST_FETCHED, new RemoteFile.Listener() {
            @Override
            public void progressed(double loaded, double total) {
                lab.loading(words + far(loaded, total), total > 0 ? Math.min(1, loaded / total) : 0);
            }

            @Override
            public void came(Blob blob) {
                lab.reads(() -> {});
                bring.bring(List.of(new FileBytes.Named(blob, from.file())), from.text());
            }

            @Override
            public void failed(String sentence) {
                lab.reads(() -> {});
                lab.loaded();
                say(sentence);
                lab.tell(sentence, true);
            }
        });
        lab.reads(file::stop);
    }

    /** {@code : 1.2 MB of 4 MB}. */
    static String far(double loaded, double total) {
        return loaded == 0 ? "" : ": " + Numbers.bytes(loaded) + (total >= loaded ? " of " + Numbers.bytes(total) : "");
    }

    private void say(String sentence) {
        trouble.textContent = sentence;
        trouble.hidden = sentence.isEmpty();
    }
}
