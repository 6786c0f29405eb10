package dev.steep.ui.embed;

import dev.steep.recipe.Recipe;
import dev.steep.ui.state.Lab;

/**
 * Whether files or arrays that the student opened are in the lab, and which page of another origin may learn of them. Data that
 * such a page brought itself are not the student's.
 */
public final class OwnDataAccess implements Lab.Listener {
    /** What an answer may tell of. */
    public enum Reach {
        /** Nothing that comes from data. */
        NOTHING,
        /** The experiment that is open. */
        PRESENT,
        /** Any data that a recipe can name, open or not. */
        SINCE_OPENED
    }

    private final Lab lab;
    private final Runnable withdrawn;
    private boolean students;
    private boolean present;
    private int shown;
    private String agreed = "";

    /** @param withdrawn called when an agreement ends because the data are others now */
    OwnDataAccess(Lab lab, Runnable withdrawn) {
        this.lab = lab;
        this.withdrawn = withdrawn;
        lab.listen(this);
    }

    /** Whether there is something of the student's in it. */
    boolean hides(Reach part) {
        return switch (part) {
            case NOTHING -> false;
            case PRESENT -> present;
            case SINCE_OPENED -> students;
        };
    }

    /** Whether the student lets a page of this origin read the present data. */
    boolean agrees(String origin) {
        return !origin.isEmpty() && agreed.equals(origin);
    }

    /** Changes whenever the student's data are opened. */
    int shown() {
        return shown;
    }

    /** The student lets a page of this origin read the present data and all that comes of them; nobody, if it is empty. */
    void agree(String origin) {
        agreed = origin;
    }

    /** What was opened last was the other page's. */
    void replaced() {
        students = false;
        look();
    }

    @Override
    public void brought() {
        students = true;
        agreed = "";
        withdrawn.run();
        shown++;
        look();
    }

    @Override
    public void changed(Recipe recipe) {
        look();
    }

    private void look() {
        present = students && lab.recipe().usesFiles();
        shown += present ? 1 : 0;
    }
}
