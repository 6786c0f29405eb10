package dev.steep.browser;

import java.util.Optional;

/**
 * Changes of the address, at a pace that browsers stand: WebKit throws after 100 in 30 seconds. A new entry of the history is
 * written at once as long as there are not too many of them, the present one's change when the last is some time ago; what has to
 * wait is replaced by what comes after it.
 */
final class Entries {
    /** What the browser does. */
    interface Browser {
        void push(String link);

        void replace(String link);

        /** Calls {@link Entries#pass} after so many milliseconds. */
        void wake(double milliseconds);
    }

    /** So many may follow each other at once; then one for each pause. Together fewer than 100 in 30 seconds. */
    static final int BURST = 40;

    static final double PAUSE = 600;

    /** Between two changes of the present entry. */
    static final double REPLACE_PAUSE = 400;

    private final Browser browser;
    private double left = BURST;
    private double counted;
    private double written = -REPLACE_PAUSE;
    private boolean waking;
    private Optional<String> replacing = Optional.empty();
    private Optional<String> pushing = Optional.empty();

    Entries(Browser browser) {
        this.browser = browser;
    }

    /** Adds an entry. */
    void push(String link, double now) {
        pushing = Optional.of(link);
        work(now, true);
    }

    /** Changes the present entry. */
    void replace(String link, double now) {
        if (pushing.isPresent()) {
            pushing = Optional.of(link); // the present entry is that which waits
        } else {
            replacing = Optional.of(link);
        }
        work(now, now - written >= REPLACE_PAUSE);
    }

    /** Time has passed. */
    void pass(double now) {
        waking = false;
        work(now, pushing.isPresent() || now - written >= REPLACE_PAUSE);
    }

    /** The person has let go of what was moved: its last place need not wait, unless there have been too many changes. */
    void settle(double now) {
        work(now, true);
    }

    /** Writes what waits, now. */
    void flush(double now) {
        refill(now);
        write(now);
    }

    /** The person went elsewhere in the history: what waits belongs to an entry that is no longer present. */
    void forget() {
        replacing = Optional.empty();
        pushing = Optional.empty();
    }

    private void work(double now, boolean due) {
        refill(now);
        if (due && left >= 1) {
            write(now);
        } else if ((pushing.isPresent() || replacing.isPresent()) && !waking) {
            waking = true;
            browser.wake(left >= 1 ? Math.max(1, written + REPLACE_PAUSE - now) : PAUSE);
        }
    }

    private void refill(double now) {
        left = Math.min(BURST, left + Math.max(0, now - counted) / PAUSE);
        counted = now;
    }

    private void write(double now) {
        Optional<String> changed = replacing;
        Optional<String> added = pushing;
        forget();
        left -= (changed.isPresent() ? 1 : 0) + (added.isPresent() ? 1 : 0);
        written = changed.isPresent() || added.isPresent() ? now : written;
        changed.ifPresent(browser::replace);
        added.ifPresent(browser::push);
    }
}
