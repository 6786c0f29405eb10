package dev.steep.browser;

import elemental2.dom.Blob;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.URL;

/** Gives files to the person at the page, as if a server had. */
public final class Downloads {
    /** How long a browser may take to begin, in milliseconds. */
    private static final int PATIENCE = 10_000;

    private Downloads() {}

    /** A file of text, in UTF-8. */
    public static void save(String name, String text) {
        save(name, Blob.ConstructorBlobPartsArrayUnionType.of(text));
    }

    /** A file of bytes. */
    public static void save(String name, byte[] bytes) {
        save(name, Blob.ConstructorBlobPartsArrayUnionType.of(TypedArrays.of(bytes)));
    }

    /** Bytes as the browser holds a file. */
    public static Blob blob(byte[] bytes) {
        return new Blob(new Blob.ConstructorBlobPartsArrayUnionType[] {
            Blob.ConstructorBlobPartsArrayUnionType.of(TypedArrays.of(bytes))
        });
    }

    private static void save(String name, Blob.ConstructorBlobPartsArrayUnionType content) {
        String address = URL.createObjectURL(new Blob(new Blob.ConstructorBlobPartsArrayUnionType[] {content}));
        HTMLElement link = (HTMLElement) DomGlobal.document.createElement("a");
        link.setAttribute("href", address);
        link.setAttribute("download", name);
        link.click();
        DomGlobal.setTimeout(arguments -> URL.revokeObjectURL(address), PATIENCE);
    }
}
