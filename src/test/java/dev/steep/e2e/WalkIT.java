package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A walk through the accessibility tree, as a screen reader makes it: what is read, in which order, and under which names. */
class WalkIT {
    private static final String RECIPE =
            "#1/data=digits(60)/Conv2D(2,3,activation=relu)/Flatten/Dense(10,softmax)/fit(10,4)/seed=3";

    private static final Set<String> CONTROLS = Set.of(
            "button",
            "link",
            "textbox",
            "combobox",
            "slider",
            "checkbox",
            "radio",
            "switch",
            "tab",
            "spinbutton",
            "separator",
            "progressbar",
            "img",
            "table",
            "toolbar",
            "region",
            "complementary",
            "tablist",
            "tabpanel",
            "heading",
            "dialog",
            "option");

    private static final Pattern LINE =
            Pattern.compile("(?<indent> *)- '?(?<role>[a-z]+)(?: \"(?<name>(?:[^\"\\\\]|\\\\.)*)\")?(?<rest>.*)");

    /**
     * One thing that is read.
     *
     * @param within the roles and names of what it stands in, the outermost first
     * @param rest its states and text
     */
    private record Stop(String role, String name, String rest, List<String> within) {
        String words() {
            return role + (name.isEmpty() ? "" : " " + name);
        }
    }

    private static List<Stop> walk(LabPage lab) {
        List<Stop> stops = new ArrayList<>();
        List<String> within = new ArrayList<>();
        for (String line : lab.find("body").ariaSnapshot().split("\n")) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                continue; // an attribute of the stop before, or text over several lines
            }
            int depth = parts.group("indent").length() / 2;
            while (within.size() > depth) {
                within.remove(within.size() - 1);
            }
            String name = parts.group("name") == null ? "" : parts.group("name");
            Stop stop = new Stop(parts.group("role"), name, parts.group("rest"), List.copyOf(within));
            stops.add(stop);
            within.add(stop.words());
        }
        return stops;
    }

    /** What holds wherever the walk leads. */
    private static void sound(List<Stop> stops, String state) {
        List<String> faults = new ArrayList<>();
        int level = 0;
        Set<String> names = new TreeSet<>();
        for (Stop stop : stops) {
            if (CONTROLS.contains(stop.role()) && stop.name().isEmpty()) {
                faults.add(stop.role() + " without a name in " + stop.within());
            }
            if (stop.role().equals("img")
                    && Set.of("sample", "picture", "image", "chart").contains(stop.name())) {
                faults.add("a picture that is called " + stop.name());
            }
            if (stop.role().equals("heading")) {
                int now = Integer.parseInt(stop.rest().replaceAll(".*level=(\\d).*", "$1"));
                if (now > level + 1) {
                    faults.add("heading " + stop.name() + " of level " + now + " after " + level);
                }
                level = now;
            }
            boolean pressed =
                    Set.of("button", "textbox", "slider", "combobox", "switch").contains(stop.role());
            boolean inTable = stop.within().stream().anyMatch(each -> each.startsWith("cell")); // its headers name it
            if (pressed && !inTable && !names.add(stop.words() + " in " + stop.within())) {
                faults.add("two of " + stop.words() + " in " + stop.within());
            }
        }
        assertEquals("", String.join("\n", faults.subList(0, Math.min(5, faults.size()))), state);
    }

    /** The names of all stops of a role, in order. */
    private static List<String> of(List<Stop> stops, String role) {
        return stops.stream()
                .filter(stop -> stop.role().equals(role))
                .map(Stop::name)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void thePageIsReadFromDataToNetworkToResults(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + RECIPE, 1400, 900)) {
            lab.eval("steep.ready");
            List<Stop> stops = walk(lab);
            sound(stops, "at first");
            List<String> landmarks = stops.stream()
                    .filter(stop ->
                            Set.of("banner", "complementary", "main", "region").contains(stop.role()))
                    .map(Stop::words)
                    .toList();
            assertEquals(
                    List.of(
                            "banner",
                            "complementary Data",
                            "main",
                            "region Network",
                            "region Results",
                            "complementary Settings"),
                    landmarks);
            assertEquals(
                    1,
                    stops.stream()
                            .filter(stop -> stop.rest().contains("level=1"))
                            .count());
            List<String> order = stops.stream()
                    .filter(stop -> stop.within().contains("toolbar Layers"))
                    .filter(stop -> stop.role().equals("button"))
                    .map(Stop::name)
                    .toList();
            assertEquals(
                    List.of(
                            "input sample 1",
                            "the chosen sample, prepared, large with its numbers",
                            "Add a layer after the input",
                            "conv2d 2 @ 3×3 valid relu",
                            "kernels of conv2d, large with its numbers",
                            "feature maps of conv2d, large with its numbers"),
                    order.subList(0, 6));
            assertTrue(
                    of(stops, "img").contains("Loss: no epoch yet"),
                    of(stops, "img").toString());

            lab.call("train", Map.of("epochs", 2));
            lab.find("[role=status]").getByText("Epoch 2: loss").waitFor();
            lab.waitFor("document.querySelector('.chart-plot').ariaLabel.startsWith('Loss over 2 epochs')");
            stops = walk(lab);
            sound(stops, "after two epochs");
            assertTrue(
                    of(stops, "button").stream().anyMatch(name -> name.matches("sample \\d+: said \\d, is \\d")),
                    of(stops, "button").toString());
            assertTrue(of(stops, "table").contains("Metrics of the latest epochs"));
            for (Object view : (List<?>)
                    lab.eval("steep.views().then(all => all.filter(view => view.suits).map(view => view.id))")) {
                lab.call("show", view);
                sound(walk(lab), "the view " + view);
            }
            lab.find(".layer-head").nth(1).click();
            sound(walk(lab), "the settings of a layer");
            lab.find(".glimpse-open").nth(1).evaluate("button => button.click()");
            lab.find(".enlarged td").last().waitFor();
            stops = walk(lab);
            sound(stops, "kernels, large");
            assertTrue(
                    of(stops, "dialog").contains("kernels of conv2d"),
                    of(stops, "dialog").toString());
            assertTrue(of(stops, "columnheader").containsAll(List.of("1", "2", "3")));
        }
    }
}
