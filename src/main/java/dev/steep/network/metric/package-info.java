/**
 * What is measured of a model beside its loss. To add a metric, add a constant to {@link
 * dev.steep.network.metric.Metric}: pickers, links, history, curves, scripts and the tests follow. Names, defaults and
 * arithmetic are those of Keras 3, {@code keras.metrics}.
 */
package dev.steep.network.metric;
