package dev.steep.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the items of a list of picks are called among each other, in paths such as {@code layers.conv2d_1.filters}. */
public interface ItemNames {
    /** A name for each, all different. */
    List<String> of(List<Choice> items);

    /** The items with their names pinned, if they keep any; what cannot be their name is remarked on. */
    default List<Choice> given(List<Choice> items, Remarks remarks) {
        return List.copyOf(items);
    }

    /** The items without those names that {@link #given} would give them again. */
    default List<Choice> bare(List<Choice> items) {
        return items;
    }

    /** The names of their kinds, numbered from the second on: {@code precision}, {@code precision_1}. */
    static ItemNames numbered() {
        return items -> {
            Map<String, Integer> used = new HashMap<>();
            List<String> names = new ArrayList<>();
            for (Choice item : items) {
                String kind = item.kind().name();
                int before = used.merge(kind, 1, Integer::sum) - 1;
                names.add(before == 0 ? kind : kind + "_" + before);
            }
            return names;
        };
    }
}
