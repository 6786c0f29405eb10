package dev.steep.browser;

import elemental2.core.JsArray;
import elemental2.dom.DataTransfer;
import elemental2.dom.FileList;
import elemental2.promise.Promise;
import jsinterop.base.JsPropertyMap;
import org.teavm.jso.JSBody;

/** Files that a person gave the page, with those in folders: objects of {@code blob} and {@code name}, which is a path. */
public final class DroppedFiles {
    private DroppedFiles() {}

    /**
     * What was dropped. Call it while the event is being handled: afterwards the browser tells nothing more.
     *
     * @param most folders are not searched any further once there are so many files
     */
    @JSBody(
            params = {"dropped", "most"},
            script = "var files = [], searches = [], items = dropped.items;"
                    + "function search(entry, path) {"
                    + "  return new Promise(function(done) {"
                    + "    if (files.length > most) { done(); return; }"
                    + "    if (entry.isFile) {"
                    + "      entry.file(function(file) { files.push({blob: file, name: path + file.name}); done(); }, done);"
                    + "      return;"
                    + "    }"
                    + "    var reader = entry.createReader(), inner = [];"
                    + "    function more() {"
                    + "      reader.readEntries(function(list) {"
                    + "        if (list.length === 0) { Promise.all(inner).then(done); return; }"
                    + "        list.forEach(function(each) { inner.push(search(each, path + entry.name + '/')); });"
                    + "        more();"
                    + "      }, done);"
                    + "    }"
                    + "    more();"
                    + "  });"
                    + "}"
                    + "for (var i = 0; i < items.length; i++) {"
                    + "  var entry = items[i].webkitGetAsEntry ? items[i].webkitGetAsEntry() : null;"
                    + "  var file = entry ? null : items[i].getAsFile();"
                    + "  if (entry) searches.push(search(entry, ''));"
                    + "  else if (file) files.push({blob: file, name: file.name});"
                    + "}"
                    + "return Promise.all(searches).then(function() { return files; });")
    public static native Promise<JsArray<JsPropertyMap<Object>>> of(DataTransfer dropped, int most);

    /** What was chosen in a dialog, for files or for a folder. */
    @JSBody(
            params = "chosen",
            script = "return Array.from(chosen, function(file) {"
                    + "  return {blob: file, name: file.webkitRelativePath || file.name};"
                    + "});")
    public static native JsArray<JsPropertyMap<Object>> of(FileList chosen);
}
