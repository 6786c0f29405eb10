package dev.steep.jsinterop;

import java.util.HashSet;
import java.util.Set;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderSource;
import org.teavm.model.FieldHolder;
import org.teavm.model.MethodHolder;
import org.teavm.model.ReferenceCache;
import org.teavm.model.ValueType;
import org.teavm.parsing.ClassRefsRenamer;

/**
 * Translates classes where JSO looks for them. JSO and the Wasm back end ask the <em>untransformed</em> class source
 * whether a class is a JavaScript one, so an ordinary transformer comes too late; the holders of that source are edited
 * instead, as soon as any class mentions them.
 */
final class Adopter {
    private final ClassHolderSource source;
    private final Set<String> adopted = new HashSet<>();
    private final ClassRefsRenamer mentions = new ClassRefsRenamer(new ReferenceCache(), this::adopt);

    Adopter(ClassHolderSource source) {
        this.source = source;
    }

    void adoptMentionsOf(ClassHolder cls) {
        adopt(cls.getName());
        adoptParentsOf(cls);
        for (FieldHolder field : cls.getFields()) {
            adopt(field.getType());
        }
        for (MethodHolder method : cls.getMethods()) {
            for (ValueType type : method.getSignature()) {
                adopt(type);
            }
            if (method.getProgram() != null) {
                mentions.rename(method.getProgram());
            }
        }
    }

    /** Returns the name unchanged: the renamer is used only for its complete list of the places that name a class. */
    private String adopt(String className) {
        if (!Names.isLibrary(className) && adopted.add(className)) {
            ClassHolder cls = source.get(className);
            if (cls != null) {
                Dialect.translate(cls, source);
                adoptParentsOf(cls);
            }
        }
        return className;
    }

    private void adoptParentsOf(ClassHolder cls) {
        if (cls.getParent() != null) {
            adopt(cls.getParent());
        }
        cls.getInterfaces().forEach(this::adopt);
    }

    private void adopt(ValueType type) {
        if (type instanceof ValueType.Array array) {
            adopt(array.getItemType());
        } else if (type instanceof ValueType.Object object) {
            adopt(object.getClassName());
        }
    }
}
