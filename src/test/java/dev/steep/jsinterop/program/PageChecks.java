package dev.steep.jsinterop.program;

import static dev.steep.jsinterop.program.Checks.check;

import dev.steep.browser.TypedArrays;
import elemental2.core.Float32Array;
import elemental2.core.Uint8Array;
import elemental2.core.Uint8ClampedArray;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.HTMLDivElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.ImageData;
import elemental2.dom.NodeList;
import elemental2.webstorage.Storage;
import elemental2.webstorage.WebStorageWindow;
import jsinterop.base.Js;

/** The parts of the page that Steep's user interface is made of. */
final class PageChecks {
    private PageChecks() {}

    static void run() {
        elements();
        canvas();
        typedArrays();
        browser();
    }

    private static void elements() {
        check("elements are made and found", "hello", () -> {
            HTMLDivElement div = (HTMLDivElement) DomGlobal.document.createElement("div");
            div.id = "made";
            div.textContent = "hello";
            DomGlobal.document.body.appendChild(div);
            return DomGlobal.document.getElementById("made").textContent;
        });
        check("nodes and strings are appended", "<b></b>text", () -> {
            Element p = DomGlobal.document.createElement("p");
            p.append(DomGlobal.document.createElement("b"));
            p.append("text");
            return p.innerHTML;
        });
        check("classes", "a c", () -> {
            Element p = DomGlobal.document.createElement("p");
            p.classList.add("a", "b", "c");
            p.classList.remove("b");
            return p.className;
        });
        check("attributes and data", "polite null", () -> {
            Element p = DomGlobal.document.createElement("p");
            p.setAttribute("aria-live", "polite");
            return p.getAttribute("aria-live") + " " + p.getAttribute("title");
        });
        check("style properties", "12px", () -> {
            HTMLDivElement div = (HTMLDivElement) DomGlobal.document.createElement("div");
            div.style.setProperty("--gap", "12px");
            return div.style.getPropertyValue("--gap");
        });
        check("an input's value", "0.01 true", () -> {
            HTMLInputElement input = (HTMLInputElement) DomGlobal.document.createElement("input");
            input.value = "0.01";
            input.disabled = true;
            return input.value + " " + input.disabled;
        });
        check("a list of found elements", 2, () -> {
            Element p = DomGlobal.document.createElement("p");
            p.innerHTML = "<i></i><i></i>";
            NodeList<Element> found = p.querySelectorAll("i");
            return found.length;
        });
    }

    private static void canvas() {
        check("a 2D context draws", "255 0 0", () -> {
            CanvasRenderingContext2D context = context();
            context.fillStyle = CanvasRenderingContext2D.FillStyleUnionType.of("#ff0000");
            context.fillRect(0, 0, 2, 2);
            byte[] pixels = TypedArrays.bytes(context.getImageData(0, 0, 1, 1).data);
            return (pixels[0] & 255) + " " + pixels[1] + " " + pixels[2];
        });
        check("pixels are put", 200, () -> {
            CanvasRenderingContext2D context = context();
            byte[] pixels = new byte[16];
            pixels[0] = (byte) 200;
            pixels[3] = (byte) 255;
            context.putImageData(new ImageData(TypedArrays.clamped(pixels), 2, 2), 0, 0);
            return TypedArrays.bytes(context.getImageData(0, 0, 1, 1).data)[0] & 255;
        });
        check("text is measured", true, () -> context().measureText("loss").width > 0);
    }

    private static CanvasRenderingContext2D context() {
        HTMLCanvasElement canvas = (HTMLCanvasElement) DomGlobal.document.createElement("canvas");
        canvas.width = 2;
        canvas.height = 2;
        return (CanvasRenderingContext2D) (Object) canvas.getContext("2d");
    }

    private static void typedArrays() {
        check("floats cross both ways", 0.5f, () -> TypedArrays.floats(TypedArrays.of(new float[] {0, 0.5f}))[1]);
        check("many floats cross both ways", true, () -> {
            float[] many = new float[10_007];
            for (int i = 0; i < many.length; i++) {
                many[i] = i * 0.25f;
            }
            return java.util.Arrays.equals(many, TypedArrays.floats(TypedArrays.of(many)));
        });
        check("doubles cross both ways", 0.1, () -> TypedArrays.doubles(TypedArrays.of(new double[] {0.1}))[0]);
        check("ints cross both ways", -7, () -> TypedArrays.ints(TypedArrays.of(new int[] {-7}))[0]);
        check("bytes cross both ways", (byte) -1, () -> TypedArrays.bytes(TypedArrays.of(new byte[] {-1}))[0]);
        check("bytes are unsigned in JavaScript", 255.0, () -> TypedArrays.of(new byte[] {-1})
                .getAt(0));
        check("pixels cross both ways", (byte) -56, () -> TypedArrays.bytes(TypedArrays.clamped(new byte[] {-56}))[0]);
        check("a typed array shares nothing with its source", 1.0, () -> {
            float[] source = {1};
            Float32Array copy = TypedArrays.of(source);
            source[0] = 2;
            return copy.getAt(0);
        });
        check("an array read from a typed array shares nothing with it", 3f, () -> {
            Float32Array source = TypedArrays.of(new float[] {3});
            float[] copy = TypedArrays.floats(source);
            source.setAt(0, 4.0);
            return copy[0];
        });
        check(
                "part of a buffer is read",
                6f,
                () -> TypedArrays.floats(
                        (Float32Array) TypedArrays.of(new float[] {4, 5, 6}).subarray(2, 3))[0]);
        check("a typed array made in Elemental2", 8, () -> new Uint8Array(8).length);
        check("a clamped array clamps", 255.0, () -> {
            Uint8ClampedArray array = new Uint8ClampedArray(1);
            array.setAt(0, 300.0);
            return array.getAt(0);
        });
        check("an empty array", 0, () -> TypedArrays.of(new float[0]).length);
    }

    private static void browser() {
        check("local storage", "kept null", () -> {
            Storage storage = WebStorageWindow.of(DomGlobal.window).localStorage;
            storage.setItem("k", "kept");
            String kept = storage.getItem("k");
            storage.removeItem("k");
            return kept + " " + storage.getItem("k");
        });
        check("the address", "#recipe", () -> {
            DomGlobal.history.replaceState(null, "", "#recipe");
            return DomGlobal.location.hash;
        });
        check("history state", 3.0, () -> {
            DomGlobal.history.replaceState(jsinterop.base.JsPropertyMap.of("step", 3), "");
            return Js.asPropertyMap(DomGlobal.history.state).get("step");
        });
        check("media queries", true, () -> DomGlobal.window.matchMedia("(min-width: 1px)").matches);
        check("the window's size", true, () -> DomGlobal.window.innerWidth > 0);
        check("the time", true, () -> DomGlobal.performance.now() > 0);
        check(
                "a shared constant is the object itself",
                true,
                () -> DomGlobal.document == Js.asPropertyMap(DomGlobal.window).get("document"));
    }
}
