package dev.steep.math.expr;

/** How a language spells the operations of a formula. */
enum Words {
    FORMULA {
        @Override
        String call(Op op, String arguments) {
            return lower(op) + "(" + arguments + ")";
        }

        @Override
        String select(String condition, String a, String b) {
            return "if(" + condition + ", " + a + ", " + b + ")";
        }

        @Override
        String number(double value) {
            String name = Math.abs(value) == Math.PI ? "pi" : Math.abs(value) == Math.E ? "e" : "";
            return name.isEmpty() ? super.number(value) : value < 0 ? "-" + name : name;
        }

        @Override
        String powerSign() {
            return "^";
        }
    },

    KERAS {
        @Override
        String call(Op op, String arguments) {
            return "ops." + python(op) + "(" + arguments + ")";
        }

        @Override
        String select(String condition, String a, String b) {
            return "ops.where(" + condition + ", " + a + ", " + b + ")";
        }
    },

    NUMPY {
        @Override
        String call(Op op, String arguments) {
            return (op == Op.ERF ? "special." : "np.") + python(op) + "(" + arguments + ")";
        }

        @Override
        String select(String condition, String a, String b) {
            return "np.where(" + condition + ", " + a + ", " + b + ")";
        }
    };

    abstract String call(Op op, String arguments);

    abstract String select(String condition, String a, String b);

    String powerSign() {
        return " ** ";
    }

    /** Whether a number written before a name means their product. */
    boolean multipliesSilently() {
        return this == FORMULA;
    }

    /** Whether a comparison yields a truth value there instead of 1 or 0. */
    boolean comparesToBoolean() {
        return this != FORMULA;
    }

    /** A number: whole ones without a point. */
    String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            String name = Double.isNaN(value) ? "nan" : value > 0 ? "infinity" : "-infinity";
            return this == FORMULA ? name : "float(\"" + name + "\")";
        }
        String text = Double.toString(value).replace(".0E", "e").replace('E', 'e');
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A number that is a branch of a choice: in Python always a float, or the choice would be of whole numbers. */
    String branch(double value) {
        String text = number(value);
        boolean whole = text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        return whole && comparesToBoolean() ? text + ".0" : text;
    }

    private static String lower(Op op) {
        return op.name().toLowerCase();
    }

    private static String python(Op op) {
        return op == Op.MIN ? "minimum" : op == Op.MAX ? "maximum" : lower(op);
    }
}
