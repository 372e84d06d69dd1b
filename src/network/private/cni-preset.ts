import { Duration } from 'cdk8s';
import { apiServerEnv } from './api-server';
import { CniProgram } from './cni-program';
import { networkPreset } from './network-preset';
import { Rollout } from '../../agent/rollout';
import { TargetCluster } from '../../agent/target-cluster';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import type { CniPluginProps } from '../cni-plugin-props';
import { NETWORK_DEFAULTS } from '../defaults';

/** A CNI plugin as an agent: what puts it on the node runs first, in the order in which it was given. */
export function cniPreset(program: CniProgram, given: Partial<CniPluginProps>, cluster: TargetCluster): Preset {
  const { application, image, hostNetwork } = program;
  const apiServer = apiServerEnv(given.apiServer);
  const { container, agent, install, ...rest } = program.configure({ cluster, apiServer });
  return networkPreset({
    hostNetwork,
    preset: {
      ...rest,
      application,
      image,
      // variables of the user are laid over those of the program, name by name
      container: { ...container, env: { ...container.env, ...apiServer, ...given.env } },
      agent: {
        rollout: Rollout.count(valueOf(NETWORK_DEFAULTS.cniRollout, cluster)),
        terminationGracePeriod: Duration.seconds(valueOf(NETWORK_DEFAULTS.cniGracePeriodSeconds, cluster)),
        ...agent,
      },
      features: [
        { contribute: plan => install.forEach(step => step._contribute(plan, apiServer)) },
        ...rest.features ?? [],
      ],
    },
  }, cluster);
}
