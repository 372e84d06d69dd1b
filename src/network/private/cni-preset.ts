import { Duration } from 'cdk8s';
import { apiServerEnv } from './api-server';
import { CniPlace, CniProgram, ConfiguredCni } from './cni-program';
import { networkPreset } from './network-preset';
import { Rollout } from '../../agent/rollout';
import { TargetCluster } from '../../agent/target-cluster';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import type { CniPluginProps } from '../cni-plugin-props';
import { NETWORK_DEFAULTS } from '../defaults';

/** A CNI plugin for the place where it runs. */
export function configured(
  program: CniProgram, given: Partial<CniPluginProps>, cluster: TargetCluster, id: string,
): ConfiguredCni & CniPlace {
  const place = {
    cluster,
    agentName: given.name ?? id,
    namespace: given.namespace ?? valueOf(NETWORK_DEFAULTS.namespace, cluster),
    apiServer: apiServerEnv(given.apiServer),
  };
  const made = program.configure(place);
  program.requireVariables?.(given.env ?? {}, { ...made.container.env, ...place.apiServer });
  return { ...made, ...place };
}

/** A CNI plugin as an agent: what puts it on the node runs first, in the order in which it was given. */
export function cniPreset(program: CniProgram, given: Partial<CniPluginProps>, cluster: TargetCluster, id: string): Preset {
  const { application, image, hostNetwork } = program;
  const { container, agent, install, apiServer, files, features = [], hostNamespaces } = configured(program, given, cluster, id);
  return networkPreset({
    hostNetwork,
    preset: {
      files,
      hostNamespaces,
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
        ...features,
      ],
    },
  }, cluster);
}
