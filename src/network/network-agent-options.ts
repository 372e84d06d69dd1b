import { ApiServerAddress } from './api-server-address';
import { AgentOptions } from '../agent/agent-options';
import { EnvValue } from '../agent/container/env-value';
import { Resources } from '../agent/container/resources';

/**
 * Options that CNI plugins and their helpers have in common, in addition to those of every agent.
 */
export interface NetworkAgentOptions extends AgentOptions {
  /**
   * Where the containers reach the API server before any Service works. Needed where kube-proxy does not run before the CNI plugin does, as
   * on clusters without kube-proxy.
   *
   * @default - the Service `kubernetes`
   */
  readonly apiServer?: ApiServerAddress;

  /**
   * Environment variables of the agent's own container, in addition to its own. One that is there already is replaced.
   *
   * @default - those that the agent itself needs
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What the agent's own container reserves and may use.
   *
   * @default - what the project recommends
   */
  readonly resources?: Resources;

  /**
   * Fields of the agent's own container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else
   * is replaced.
   *
   * @default - the container is what the other properties say
   */
  readonly overrides?: { [field: string]: any };
}
