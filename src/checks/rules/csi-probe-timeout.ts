import { csiPluginsIn, flagOf, healthPortOf } from '../../cluster/csi/csi-plugins';
import { portNumber } from '../../cluster/inventory/container-ports';
import { PROBES } from '../../cluster/inventory/probes';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

/** What livenessprobe takes where nobody says more. */
const STANDARD_SECONDS = 3;

export const csiProbeTimeout: Rule = {
  id: 'csi-probe-timeout',
  level: 'warning',
  summary: 'The liveness sidecar of a CSI driver asks for longer than the kubelet waits.',
  looksAt: '`--probe-timeout` of livenessprobe, 3 seconds unless it is given, against `timeoutSeconds` of the probes of the driver that '
    + 'ask it, 1 second unless it is given.',
  why: 'The kubelet gives up first: a driver that is busy for a moment counts as failed, and events say `context deadline exceeded` of the '
    + 'sidecar and nothing of the driver. A few of them restart the driver.',
  fix: 'Set `timeoutSeconds` of the probe above `--probe-timeout`: 10 and 9 seconds are the defaults of CsiNodePlugin.',
  example: () => ({
    fails: [csiPlugin({ liveness: { args: ['--csi-address=/csi/csi.sock', '--probe-timeout=30s'] } })],
    passes: [csiPlugin()],
  }),
  *check(context) {
    for (const { workload, driver, liveness } of csiPluginsIn(context)) {
      if (driver === undefined || liveness === undefined) {continue;}
      const given = flagOf(liveness, 'probe-timeout')?.value;
      const asks = given === undefined ? STANDARD_SECONDS : secondsOf(given);
      const port = healthPortOf(liveness, 9808)?.port;
      for (const field of PROBES) {
        const probe = driver.container[field];
        const waits = probe?.timeoutSeconds || 1;
        if (asks === undefined || !probe?.httpGet || portNumber(driver.container, probe.httpGet.port) !== port || asks <= waits) {continue;}
        yield findingOf(csiProbeTimeout, {
          about: workload, container: driver.name, path: `${driver.path}.${field}.timeoutSeconds`,
          given: `${waits} s, and the sidecar asks for ${asks} s`, allowed: `${asks + 1} or more`,
          what: 'the kubelet gives up before the sidecar does',
        });
      }
    }
  },
};

/** The seconds of a duration of Go, such as `3s` and `1m30s`; undefined for what is none. */
function secondsOf(text: string): number | undefined {
  const [, minutes, seconds] = /^(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(text) ?? [];
  return minutes === undefined && seconds === undefined ? undefined : Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}
