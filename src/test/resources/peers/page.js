// Starts each contender in a worker of its own; they all wait while one of them works.
const workers = new Map();

/** Prepares a contender for a workload, or measures it. */
function ask(script, workload, ms) {
  const key = script + ' ' + workload;
  const known = workers.get(key);
  const worker = known ?? new Worker(script);
  workers.set(key, worker);
  return new Promise((resolve, reject) => {
    worker.onmessage = ({data}) => data.error ? reject(new Error(key + ': ' + data.error)) : resolve(data);
    worker.onerror = event => reject(new Error(key + ': ' + event.message));
    worker.postMessage(known ? {ms} : {workload, ms});
  });
}
