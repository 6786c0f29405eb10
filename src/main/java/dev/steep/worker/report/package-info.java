/**
 * What the page is told without asking: how training stands, and how fast it goes.
 */
package dev.steep.worker.report;
