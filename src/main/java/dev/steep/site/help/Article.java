package dev.steep.site.help;

import dev.steep.catalog.Knob;
import dev.steep.site.help.Prose.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The page of one entry, as HTML. Where its live plot goes is left empty: the program puts it there. */
final class Article {
    private static final Map<String, String> SIGNS = Map.of("inf", "∞", "-inf", "−∞");

    private final Entry entry;
    private final Prose.Article prose;
    private final Markup markup;
    private final StringBuilder html = new StringBuilder();

    Article(Entry entry, Prose.Article prose, Markup markup) {
        this.entry = entry;
        this.prose = prose;
        this.markup = markup;
    }

    String html() {
        boolean picked = entry.kind().isPresent();
        html.append("<article class=\"help-entry\" id=\"" + entry.anchor() + "\" tabindex=\"-1\" data-shelf=\""
                + entry.shelf().id() + "\" data-name=\"" + text(entry.name()) + "\" data-names=\""
                + text(String.join("|", entry.names())) + "\">\n");
        line("<p class=\"help-way\"><a href=\"#help\">All help</a> › <a href=\"#shelf-"
                + entry.shelf().id() + "\">" + text(entry.shelf().title()) + "</a></p>");
        boolean same = entry.title().equals(entry.name());
        line("<h2>" + text(capital(entry.title())) + (picked && !same ? " <code>" + text(entry.name()) + "</code>" : "")
                + "</h2>");
        line("<p class=\"help-about\">" + text(entry.about()) + "</p>");
        prose.all(Field.NOTE).forEach(note -> line("<p>" + markup.html(note) + "</p>"));
        formulas();
        line("<div class=\"help-live\"></div>");
        facts();
        paragraph("When to use it", Field.USE);
        paragraph("When not", Field.NOT);
        entry.kind()
                .flatMap(each -> ExampleExperiment.of(each.family(), each.kind()))
                .ifPresent(recipe -> line("<p class=\"help-try\"><a href=\"index.html#" + text(recipe)
                        + "\">Open an experiment with it in the lab</a></p>"));
        entry.kind().ifPresent(this::parameters);
        also();
        return html.append("</article>\n").toString();
    }

    private void formulas() {
        List<String> written = prose.all(Field.FORMULA);
        List<String> declared = written.isEmpty()
                ? entry.formulas()
                : entry.formulas()
                        .subList(
                                Math.min(1, entry.formulas().size()),
                                entry.formulas().size());
        if (written.isEmpty() && declared.isEmpty()) {
            return;
        }
        html.append("<div class=\"help-formulas\">");
        written.forEach(tex -> html.append("<p>" + Tex.inline(tex) + "</p>"));
        declared.forEach(math -> html.append("<p>" + math + "</p>"));
        boolean knobs =
                entry.kind().filter(picked -> !picked.kind().knobs().isEmpty()).isPresent();
        if (knobs && !declared.isEmpty()) {
            html.append("<p class=\"help-quiet\">" + (written.isEmpty() ? "" : "The slope y′ ")
                    + "with the default parameters.</p>");
        }
        html.append("</div>\n");
    }

    private void facts() {
        StringBuilder facts = new StringBuilder();
        entry.kind().ifPresent(picked -> {
            String signature = KerasSignature.of(picked.family(), picked.kind());
            fact(
                    facts,
                    signature.startsWith("keras.") ? "In Keras" : "In a link",
                    "<code class=\"help-signature\">" + text(signature).replace(", ", ", <wbr>") + "</code>");
        });
        if (!prose.text(Field.RANGE).isEmpty()) {
            fact(facts, "Range", range(prose.text(Field.RANGE)));
        }
        if (!prose.text(Field.KINKS).isEmpty()) {
            fact(facts, "Differentiable", differentiable(prose.text(Field.KINKS)));
        }
        if (!facts.isEmpty()) {
            line("<dl class=\"help-facts\">" + facts + "</dl>");
        }
    }

    private static void fact(StringBuilder facts, String name, String value) {
        facts.append("<dt>" + name + "</dt><dd>" + value + "</dd>");
    }

    /** {@code [0, inf)} as a reader wants it. */
    private static String range(String written) {
        StringBuilder range = new StringBuilder();
        String inside = written.substring(1, written.length() - 1);
        for (String end : inside.split(", ")) {
            range.append(range.isEmpty() ? "" : ", ").append(SIGNS.getOrDefault(end, end.replace('-', '−')));
        }
        return written.charAt(0) + range.toString() + written.charAt(written.length() - 1);
    }

    private static String differentiable(String kinks) {
        return kinks.equals("none")
                ? "everywhere"
                : "everywhere but at x = " + kinks.replace('-', '−').replace(", ", " and x = ");
    }

    private void paragraph(String heading, Field field) {
        if (!prose.text(field).isEmpty()) {
            line("<h3>" + heading + "</h3>");
            line("<p>" + markup.html(prose.text(field)) + "</p>");
        }
    }

    private void parameters(Entry.Picked picked) {
        if (!picked.kind().knobs().isEmpty()) {
            line("<h3>Parameters</h3>");
            parameters(picked.kind().knobs());
        }
        if (!picked.kind().options().isEmpty()) {
            html.append("<details class=\"help-options\"><summary>What all "
                    + picked.family().title().toLowerCase(java.util.Locale.ROOT) + " have besides</summary>");
            parameters(picked.kind().options());
            html.append("</details>\n");
        }
    }

    private void parameters(List<Knob<?>> knobs) {
        html.append("<dl class=\"help-knobs\">");
        for (Knob<?> knob : knobs) {
            html.append("<dt><code>" + text(knob.name()) + "</code>"
                    + (knob.always() && !(knob.preset() instanceof String word && word.isEmpty())
                            ? " <span class=\"help-quiet\">to be given; here at first "
                            : " <span class=\"help-quiet\">default ")
                    + "<code>" + text(KerasSignature.value(knob.preset())) + "</code></span></dt>");
            html.append("<dd>" + text(knob.about()) + " <span class=\"help-quiet\">"
                    + markup.html(capital(DomainWords.of(knob.domain()))) + "."
                    + (knob.live() ? " Can be changed while training." : "") + "</span></dd>");
        }
        html.append("</dl>\n");
    }

    private void also() {
        StringBuilder facts = new StringBuilder();
        if (!prose.all(Field.ELSEWHERE).isEmpty()) {
            fact(facts, "Elsewhere", markup.html(prose.text(Field.ELSEWHERE)));
        }
        if (!prose.all(Field.PAPER).isEmpty()) {
            fact(
                    facts,
                    "Paper",
                    String.join(
                            "<br>",
                            prose.all(Field.PAPER).stream().map(markup::html).toList()));
        }
        if (!prose.all(Field.SEE).isEmpty()) {
            List<String> links = Arrays.stream(prose.text(Field.SEE).split(", "))
                    .map(name -> markup.html("[[" + name + "]]"))
                    .toList();
            fact(facts, "See also", String.join(", ", links));
        }
        if (!facts.isEmpty()) {
            line("<dl class=\"help-facts help-sources\">" + facts + "</dl>");
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String text(String plain) {
        return Markup.escaped(plain);
    }

    private void line(String text) {
        html.append(text).append('\n');
    }
}
