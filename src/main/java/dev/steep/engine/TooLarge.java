package dev.steep.engine;

/** A back end does not even try to open a network, since it takes more than the {@link Budget}. */
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Backend backend;

    public TooLarge(Backend backend, Throwable cause) {
        super("This network is too large for the " + backend.name() + " back end.", cause);
        this.backend = backend;
    }

    /** The back end that it is too large for. */
    public Backend backend() {
        return backend;
    }
}
