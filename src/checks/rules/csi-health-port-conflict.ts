import { CsiPlugin, csiPluginsIn, healthPortOf } from '../../cluster/csi/csi-plugins';
import type { CheckContext } from '../../cluster/inventory/check-context';
import { NodeSharing } from '../../cluster/placement/node-sharing';
import { describeEntry } from '../../private/entry';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

interface Claim {
  readonly plugin: CsiPlugin;
  readonly port: number;
  readonly path: string;
  readonly container: string;
}

export const csiHealthPortConflict: Rule = {
  id: 'csi-health-port-conflict',
  level: 'error',
  summary: 'The health endpoints of two CSI drivers want one port of the same nodes.',
  looksAt: '`--http-endpoint` and `--health-port` of livenessprobe (9808 unless one is given) and node-driver-registrar in CSI plugins '
    + 'with `hostNetwork: true`. Declared ports are looked at by `host-port-conflict`.',
  why: 'One of them starts again and again with `address already in use`, and its driver is judged by the answers of the other: a driver '
    + 'that is dead looks alive.',
  fix: 'Give each driver a port of its own: `--http-endpoint=localhost:PORT`, `livenessPort` and `registrarPort` of CsiDriver.',
  example: () => {
    const plugin = (name: string, port: number) => csiPlugin({
      name, pod: { hostNetwork: true }, driver: { livenessProbe: undefined },
      liveness: { args: ['--csi-address=/csi/csi.sock', `--http-endpoint=localhost:${port}`] },
    });
    return { fails: [plugin('one', 9808), plugin('two', 9808)], passes: [plugin('one', 29601), plugin('two', 29602)] };
  },
  *check(context) {
    const claims = claimsIn(context);
    if (claims.length < 2) {return;}
    const sharing = NodeSharing.in(context);
    for (const [index, { plugin, port, path, container }] of claims.entries()) {
      const before = claims.slice(0, index).filter(each => each.port === port && each.plugin !== plugin);
      const other = before.find(each => sharing.share(each.plugin.workload, plugin.workload));
      if (other === undefined) {continue;}
      yield findingOf(csiHealthPortConflict, {
        about: plugin.workload, container, path, given: String(port),
        what: `the port is that of ${describeEntry(other.plugin.workload)} on the same nodes`,
      });
    }
  },
};

/** What this library makes knows its ports, and is compared with all others by them. */
function claimsIn(context: CheckContext): Claim[] {
  const isOther = ({ workload }: CsiPlugin) => workload.pod.hostNetwork === true && context.own?.knowledgeOf(workload) === undefined;
  return csiPluginsIn(context).filter(isOther).flatMap(plugin => {
    const { registrar, liveness } = plugin;
    return [{ placed: liveness, standard: 9808 }, { placed: registrar, standard: undefined }].flatMap(({ placed, standard }) => {
      const found = placed && healthPortOf(placed, standard);
      return placed && found ? [{ plugin, port: found.port, path: found.path, container: placed.name }] : [];
    });
  });
}
