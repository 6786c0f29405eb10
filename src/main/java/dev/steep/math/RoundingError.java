package dev.steep.math;

/** What rounding loses in a sum or a product, as a double: the tools of extended precision (Knuth, Dekker, Veltkamp). */
final class RoundingError {
    private static final double SPLIT = 134217729;

    private RoundingError() {}

    /** a + b - sum, exactly, where sum is a + b as rounded. */
    static double lostBySum(double a, double b, double sum) {
        double partOfB = sum - a;
        return (a - (sum - partOfB)) + (b - partOfB);
    }

    /** a * b - product, exactly, where product is a * b as rounded; sizes far from overflow and underflow. */
    static double lostByProduct(double a, double b, double product) {
        double shiftedA = SPLIT * a;
        double highA = shiftedA - (shiftedA - a);
        double lowA = a - highA;
        double shiftedB = SPLIT * b;
        double highB = shiftedB - (shiftedB - b);
        double lowB = b - highB;
        return ((highA * highB - product) + highA * lowB + lowA * highB) + lowA * lowB;
    }
}
