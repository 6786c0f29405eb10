/**
 * The worker's side of the lab: {@link dev.steep.worker.Dispatcher} holds the experiment, trains it in short slices,
 * and answers the page's requests in between. Plain Java but for {@link dev.steep.worker.WorkerMain}, which ties it to
 * the browser.
 */
package dev.steep.worker;
