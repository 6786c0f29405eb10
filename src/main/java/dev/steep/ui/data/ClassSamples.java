package dev.steep.ui.data;

import dev.steep.catalog.Numbers;
import dev.steep.math.Characters;
import dev.steep.picture.PlainPng;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Small square images that a person collects by class, all of one size, in colour or grey. They become a ZIP archive of a folder for each
 * class, which is opened, kept and linked like any other.
 */
final class ClassSamples {
    static final int MOST_CLASSES = 20;

    /** Images of all classes together: 48 MB at 128 by 128 in colour would be 1,000. */
    static final int MOST = 4000;

    /** A class: what it is called, and its images, each a number (grey) or three (colour) a pixel. */
    static final class Group {
        private final List<byte[]> images;
        private String name;

        private Group(String name, List<byte[]> images) {
            this.name = name;
            this.images = images;
        }

        String name() {
            return name;
        }

        List<byte[]> images() {
            return List.copyOf(images);
        }
    }

    private final List<Group> groups = new ArrayList<>();
    private final List<Runnable> steps = new ArrayList<>();
    private int side = 32;
    private boolean colour = true;

    ClassSamples() {
        groups.add(new Group("class 1", new ArrayList<>()));
        groups.add(new Group("class 2", new ArrayList<>()));
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    int side() {
        return side;
    }

    boolean colour() {
        return colour;
    }

    /** How many images there are. */
    int count() {
        return groups.stream().mapToInt(group -> group.images.size()).sum();
    }

    /** Chooses size and colour, before the first image. */
    void choose(int pixels, boolean inColour) {
        if (count() == 0) {
            side = pixels;
            colour = inColour;
            steps.clear();
        }
    }

    void name(int group, String name) {
        groups.get(group).name = name;
    }

    /** A further class; an empty one is taken away by {@link #undo}. */
    void addGroup() {
        if (groups.size() < MOST_CLASSES) {
            int number = groups.size() + 1;
            Group fresh = new Group("class " + number, new ArrayList<>());
            groups.add(fresh);
            steps.add(() -> groups.remove(fresh));
        }
    }

    void removeGroup(int place) {
        Group gone = groups.remove(place);
        steps.add(() -> groups.add(Math.min(place, groups.size()), gone));
    }

    /**
     * Adds an image; returns whether there was room.
     *
     * @param rgba of side by side pixels
     * @param continuing whether it is taken back together with the one before
     */
    boolean add(int group, byte[] rgba, boolean continuing) {
        if (count() >= MOST) {
            return false;
        }
        byte[] image = settled(rgba);
        List<byte[]> images = groups.get(group).images;
        images.add(image);
        Runnable earlier = continuing && !steps.isEmpty() ? steps.remove(steps.size() - 1) : () -> {};
        steps.add(() -> {
            images.remove(image);
            earlier.run();
        });
        return true;
    }

    /** Without transparency, on white; grey is Rec. 601's luma, as Keras has it. */
    private byte[] settled(byte[] rgba) {
        int channels = colour ? 3 : 1;
        byte[] image = new byte[side * side * channels];
        for (int i = 0; i < side * side; i++) {
            int opaque = rgba[4 * i + 3] & 255;
            double grey = 0;
            for (int channel = 0; channel < 3; channel++) {
                double light = ((rgba[4 * i + channel] & 255) * opaque + 255 * (255 - opaque)) / 255.0;
                grey += light * (channel == 0 ? 0.2989 : channel == 1 ? 0.587 : 0.1141);
                if (colour) {
                    image[3 * i + channel] = (byte) Math.rint(light);
                }
            }
            if (!colour) {
                image[i] = (byte) Math.min(255, Math.rint(grey));
            }
        }
        return image;
    }

    void remove(int group, int place) {
        List<byte[]> images = groups.get(group).images;
        byte[] gone = images.remove(place);
        steps.add(() -> images.add(Math.min(place, images.size()), gone));
    }

    boolean canUndo() {
        return !steps.isEmpty();
    }

    /** Takes the last step back. */
    void undo() {
        if (canUndo()) {
            steps.remove(steps.size() - 1).run();
        }
    }

    /** {@code 24 images in 2 classes}. */
    String sum() {
        return Numbers.count(count(), "image") + " in " + groups.size() + (groups.size() == 1 ? " class" : " classes");
    }

    /** What is missing before they can be learned from; nothing if they can. */
    Optional<String> refusal() {
        Set<String> names = new HashSet<>();
        if (groups.size() < 2) {
            return Optional.of("A second class is needed, to tell the first from.");
        }
        for (Group group : groups) {
            String name = folder(group.name);
            if (name.isEmpty()) {
                return Optional.of("Give each class a name.");
            } else if (!names.add(name)) {
                return Optional.of("Two classes are called " + name + ": give each a name of its own.");
            } else if (group.images.size() < 2) {
                return Optional.of(name + " needs " + (group.images.isEmpty() ? "images." : "a second image."));
            }
        }
        return Optional.empty();
    }

    /** A class's name as that of a folder. */
    private static String folder(String name) {
        String plain =
                Characters.visible(name).replace('/', '-').replace('\\', '-').strip();
        int start = 0;
        while (start < plain.length() && plain.charAt(start) == '.') {
            start++;
        }
        return Characters.cut(plain.substring(start), 60);
    }

    /** The archive of all of them, under this name. */
    byte[] zip() {
        StoredZip zip = new StoredZip();
        for (Group group : groups) {
            for (int i = 0; i < group.images.size(); i++) {
                String number = "" + (10_000 + i + 1);
                zip.add(
                        folder(group.name) + "/" + number.substring(1) + ".png",
                        PlainPng.of(group.images.get(i), side, colour));
            }
        }
        return zip.bytes();
    }

    /** An image as a canvas takes it. */
    byte[] rgba(byte[] image) {
        byte[] rgba = new byte[4 * side * side];
        for (int i = 0; i < side * side; i++) {
            for (int channel = 0; channel < 3; channel++) {
                rgba[4 * i + channel] = colour ? image[3 * i + channel] : image[i];
            }
            rgba[4 * i + 3] = (byte) 255;
        }
        return rgba;
    }
}
