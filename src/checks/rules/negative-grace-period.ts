import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const negativeGracePeriod: Rule = {
  id: 'negative-grace-period',
  level: 'warning',
  summary: 'A pod is given less than no time to stop.',
  looksAt: '`terminationGracePeriodSeconds` of workloads.',
  why: 'The API server takes a number below zero, warns, and Kubernetes makes one second of it: buffers are not flushed.',
  fix: 'Give it the seconds that the agent takes to stop, or leave it out for 30.',
  example: () => ({
    fails: [daemonSet({ terminationGracePeriodSeconds: -1 })],
    passes: [daemonSet({ terminationGracePeriodSeconds: 60 })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { terminationGracePeriodSeconds: seconds } = workload.pod;
      if (typeof seconds === 'number' && seconds < 0) {
        yield findingOf(negativeGracePeriod, {
          about: workload, path: `${workload.podPath}.terminationGracePeriodSeconds`, what: 'the pods have one second to stop',
          given: String(seconds),
          allowed: 'a whole number from 0',
        });
      }
    }
  },
};
