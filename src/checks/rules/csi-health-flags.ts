import { csiPluginsIn, flagOf } from '../../cluster/csi/csi-plugins';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiHealthFlags: Rule = {
  id: 'csi-health-flags',
  level: 'error',
  summary: 'A sidecar of a CSI driver has two health endpoints, and exits.',
  looksAt: '`--health-port` and `--http-endpoint` of node-driver-registrar and livenessprobe.',
  why: 'They exclude each other: the sidecar ends with `only one of --health-port and --http-endpoint can be set` and starts again for '
    + 'ever. Without the registrar the driver is never registered. (livenessprobe takes both where `--health-port` is 9808, which is its '
    + 'default.)',
  fix: 'Keep `--http-endpoint`: it can be bound to the loopback address. `--health-port` is deprecated in the registrar.',
  example: () => ({
    fails: [csiPlugin({ liveness: { args: ['--csi-address=/csi/csi.sock', '--health-port=29653', '--http-endpoint=localhost:29653'] } })],
    passes: [csiPlugin({ liveness: { args: ['--csi-address=/csi/csi.sock', '--http-endpoint=localhost:29653', '--probe-timeout=3s'] } })],
  }),
  *check(context) {
    for (const { workload, registrar, liveness } of csiPluginsIn(context)) {
      for (const placed of [registrar, liveness]) {
        const [port, endpoint] = placed ? [flagOf(placed, 'health-port'), flagOf(placed, 'http-endpoint')] : [];
        if (!placed || !port || !endpoint || endpoint.value === '' || placed === liveness && port.value === '9808') {continue;}
        yield findingOf(csiHealthFlags, {
          about: workload, container: placed.name, path: port.path, given: `--health-port=${port.value}, --http-endpoint=${endpoint.value}`,
          allowed: 'one of them',
          what: 'the sidecar takes one endpoint and exits with two',
        });
      }
    }
  },
};
