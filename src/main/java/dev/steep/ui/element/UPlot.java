package dev.steep.ui.element;

import elemental2.core.JsArray;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.HTMLElement;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.JsPropertyMap;
import org.jspecify.annotations.Nullable;

/** The charts of uPlot, which the page loads by itself: https://github.com/leeoniya/uPlot. */
@SuppressWarnings("NullAway.Init") // uPlot sets its fields
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "uPlot")
class UPlot {
    CanvasRenderingContext2D ctx;
    JsPropertyMap<Object> bbox;
    JsPropertyMap<Object> cursor;
    JsPropertyMap<Object> select;

    /** The places along the horizontal axis, and the numbers of each line there. */
    JsArray<JsArray<Object>> data;

    UPlot(JsPropertyMap<Object> options, JsArray<Object> data, HTMLElement into) {}

    native void setData(JsArray<Object> data);

    native void setSize(JsPropertyMap<Object> size);

    native void destroy();

    /** Marks a part of the chart, in page pixels, and tells the hooks if they are to know. */
    native void setSelect(JsPropertyMap<Object> part, boolean tells);

    /** Where a value lies, in canvas pixels. */
    native double valToPos(double value, String scale, boolean onCanvas);

    /** Which value lies at so many page pixels. */
    native double posToVal(double position, String scale);

    /** Something that a chart calls while it draws. */
    @JsFunction
    interface Hook {
        void on(UPlot chart);
    }

    /** What stands at the places of an axis; null where nothing is to stand. */
    @JsFunction
    interface Words {
        JsArray<Object> of(UPlot chart, JsArray<Object> places);
    }

    /** The places of an axis that have a line and a word. */
    @JsFunction
    interface Places {
        JsArray<Double> of(UPlot chart, Object axis, Object low, Object high);
    }

    /** Which places of a line get a point, where not all get one; null for none. */
    @JsFunction
    interface Points {
        @Nullable
        JsArray<Double> of(UPlot chart, double line, boolean all, Object gaps);
    }

    /** From where to where an axis reaches. */
    @JsFunction
    interface Reach {
        JsArray<Double> of(UPlot chart, Object low, Object high);
    }
}
