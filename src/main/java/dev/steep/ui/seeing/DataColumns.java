package dev.steep.ui.seeing;

import dev.steep.protocol.DataFacts;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.List;

/** The columns of {@link dev.steep.protocol.look.SampleTable}, by their names. */
public final class DataColumns {
    /** Columns that a menu offers at the most. */
    static final int MOST = 500;

    private DataColumns() {}

    /** Whether samples are rows of numbers with a meaning each, rather than images or series. */
    static boolean suits(DataFacts data) {
        return data.shape().length == 1;
    }

    /** Whether there are at least two columns of them. */
    static boolean several(DataFacts data) {
        return suits(data) && data.size() + data.targets().size() > 1;
    }

    /** Features, and the numbers to predict. */
    static List<String> names(DataFacts data) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            names.add(i < data.features().size() ? data.features().get(i) : "feature " + (i + 1));
        }
        names.addAll(data.targets());
        return names;
    }

    /** The places of features, those of numbers before those that say of one word whether it stands there. */
    static List<Integer> numbersFirst(DataFacts data) {
        List<Integer> places = new ArrayList<>();
        List<Integer> words = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            boolean word = !data.columns().isEmpty()
                    && i < data.features().size()
                    && !data.columns().contains(data.features().get(i));
            (word ? words : places).add(i);
        }
        places.addAll(words);
        return places;
    }

    /** The same with a column for each class: 1 for its samples, 0 for others; of two classes the second says all. */
    static List<String> withClasses(DataFacts data) {
        List<String> names = names(data);
        data.classes().forEach(each -> names.add("is " + each));
        return names;
    }

    /** A menu of names. @param preset which is chosen, if that was not chosen before */
    public static void fill(HTMLSelectElement menu, List<String> names, int preset) {
        String before = menu.value;
        Html.clear(menu);
        for (String name : names.subList(0, Math.min(MOST, names.size()))) {
            menu.appendChild(Html.option(name, name).element());
        }
        int again = names.indexOf(before);
        menu.selectedIndex = again >= 0 && again < MOST ? again : Math.min(preset, names.size() - 1);
    }

    /** An empty menu of columns. */
    public static HTMLSelectElement menu(String label) {
        return (HTMLSelectElement)
                Html.of("select", "form-select").attribute("aria-label", label).element();
    }
}
