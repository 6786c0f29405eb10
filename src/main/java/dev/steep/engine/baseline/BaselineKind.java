package dev.steep.engine.baseline;

/** The simple models that a network is compared with, the simplest first. */
public enum BaselineKind {
    CONSTANT,
    LINE,
    POLYNOMIAL,
    NEIGHBOURS;

    /** In words, for a task with classes or with numbers and samples of so many numbers. */
    String words(boolean classes, int width) {
        return switch (this) {
            case CONSTANT -> classes ? "majority class" : "mean";
            case LINE -> classes ? "logistic regression" : "straight line";
            case POLYNOMIAL -> "polynomial of degree " + Terms.degree(width);
            case NEIGHBOURS -> Neighbours.K + " nearest neighbours";
        };
    }

    /** What it is called in scikit-learn. */
    String standard(boolean classes) {
        String linear = classes ? "LogisticRegression" : "LinearRegression";
        return switch (this) {
            case CONSTANT -> classes ? "DummyClassifier" : "DummyRegressor";
            case LINE -> linear;
            case POLYNOMIAL -> "PolynomialFeatures + " + linear;
            case NEIGHBOURS -> classes ? "KNeighborsClassifier" : "KNeighborsRegressor";
        };
    }
}
