import { csiPluginsIn, healthPortOf } from '../../cluster/csi/csi-plugins';
import { portNumber } from '../../cluster/inventory/container-ports';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiProbeOnSidecar: Rule = {
  id: 'csi-probe-on-sidecar',
  level: 'warning',
  summary: 'A probe restarts the liveness sidecar of a CSI driver in place of the driver.',
  looksAt: '`livenessProbe` of the container livenessprobe, and whether a probe of the driver asks it.',
  why: 'The sidecar answers for the driver: it fails while the driver hangs. A probe on the sidecar restarts the sidecar, which is well, '
    + 'and the driver hangs on.',
  fix: 'Move the probe to the container of the driver: `httpGet` on `/healthz` at the port of the sidecar.',
  example: () => {
    const livenessProbe = { httpGet: { path: '/healthz', port: 9808 }, timeoutSeconds: 10 };
    return { fails: [csiPlugin({ driver: { livenessProbe: undefined }, liveness: { livenessProbe } })], passes: [csiPlugin()] };
  },
  *check(context) {
    for (const { workload, driver, liveness } of csiPluginsIn(context)) {
      const probe = liveness?.container.livenessProbe;
      if (!liveness || !driver || !probe) {continue;}
      const port = healthPortOf(liveness, 9808)?.port;
      const isAsked = ['livenessProbe', 'readinessProbe'].some(field => {
        const asked = driver.container[field]?.httpGet;
        return asked && portNumber(driver.container, asked.port) === port;
      });
      if (isAsked) {continue;}
      yield findingOf(csiProbeOnSidecar, {
        about: workload, container: liveness.name, path: `${liveness.path}.livenessProbe`,
        what: `a driver that hangs is never restarted: nothing asks for it on the container '${driver.name}'`,
      });
    }
  },
};
