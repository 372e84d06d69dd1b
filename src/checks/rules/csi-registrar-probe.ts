import { csiPluginsIn } from '../../cluster/csi/csi-plugins';
import { isBefore } from '../../cluster/image';
import { PROBES } from '../../cluster/inventory/probes';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

const NO_OP = /^--?mode=kubelet-registration-probe$/;

export const csiRegistrarProbe: Rule = {
  id: 'csi-registrar-probe',
  level: 'warning',
  summary: 'The probe of node-driver-registrar always succeeds.',
  looksAt: 'Probes of node-driver-registrar by `exec` with `--mode=kubelet-registration-probe`, unless its tag is that of '
    + 'a release before v2.9.',
  why: 'Since v2.9 that mode ends with 0 and looks at nothing. It also starts a process on each node every few seconds.',
  fix: 'Start the registrar with `--http-endpoint=:9809` and ask `/healthz` on that port by `httpGet`, as CsiNodePlugin does. Neither says '
    + 'whether the kubelet knows the driver: `kubectl get csinode` does.',
  example: () => ({
    fails: [csiPlugin({
      registrar: {
        livenessProbe: {
          exec: { command: ['/csi-node-driver-registrar', '--kubelet-registration-path=/a/csi.sock', '--mode=kubelet-registration-probe'] },
        },
      },
    })],
    passes: [csiPlugin()],
  }),
  *check(context) {
    for (const { workload, registrar: { container, name, path } } of csiPluginsIn(context)) {
      if (isLooking(container.image)) {continue;}
      for (const probe of PROBES) {
        const command: readonly unknown[] = container[probe]?.exec?.command ?? [];
        const given = command.find(text => typeof text === 'string' && NO_OP.test(text));
        if (given === undefined) {continue;}
        yield findingOf(csiRegistrarProbe, {
          about: workload, container: name, path: `${path}.${probe}.exec.command`, given: String(given),
          allowed: 'httpGet /healthz on the port of --http-endpoint',
          what: 'the probe looks at nothing and never fails',
        });
      }
    }
  },
};

/** Whether an image is of a release in which the mode still looked for the file of the registration. */
function isLooking(image: unknown): boolean {
  return isBefore(image, 2, 9);
}
