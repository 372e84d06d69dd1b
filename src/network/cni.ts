import { calico, calicoPolicyOnly } from './calico/calico';
import { CalicoOptions } from './calico/calico-options';
import { CalicoPolicyOptions } from './calico/calico-policy-options';
import { cilium } from './cilium/cilium';
import { CiliumOptions } from './cilium/cilium-options';
import { CniOptions } from './cni-options';
import { flannel } from './flannel/flannel';
import { FlannelOptions } from './flannel/flannel-options';
import { CniProgram } from './private/cni-program';
import { ownCni } from './private/own-cni';
import { guardClass } from '../private/doors/guard-class';

/**
 * The network of a cluster: which CNI plugin makes it, and how it is configured.
 */
export class Cni {
  /**
   * Calico 3.31 or 3.32 with the Kubernetes datastore: routed pods, network policies, eBPF, WireGuard. Its custom resource definitions are
   * not part of it and come first: `docs/guides/calico.md`.
   *
   * @throws unknown-network-version
   * @throws invalid-network-option
   * @throws invalid-cidr
   */
  public static calico(options: CalicoOptions = {}): Cni {
    return new Cni(calico(options));
  }

  /**
   * Calico 3.31 or 3.32 for the network policies of a network that others make: routes of the cloud, flannel, or the CNI plugins of Amazon,
   * Azure and Google. It has no IP pools, no encapsulation and no BGP: `docs/guides/calico.md`.
   *
   * @throws unknown-network-version
   * @throws invalid-network-option
   */
  public static calicoPolicyOnly(options: CalicoPolicyOptions = {}): Cni {
    return new Cni(calicoPolicyOnly(options));
  }

  /**
   * Cilium 1.19 and 1.20: networking by eBPF, network policies, a replacement of kube-proxy, encryption, Hubble in the agents. For Relay,
   * UI, Gateway API and the networks of clouds its Helm chart is the better choice: `docs/guides/cilium.md`.
   *
   * @throws unknown-network-version
   * @throws invalid-network-option
   */
  public static cilium(options: CiliumOptions = {}): Cni {
    return new Cni(cilium(options));
  }

  /**
   * flannel: an overlay network that is simple to run, without network policies.
   *
   * @throws unknown-network-version
   * @throws invalid-cidr
   */
  public static flannel(options: FlannelOptions = {}): Cni {
    return new Cni(flannel(options));
  }

  /**
   * Any other CNI plugin. It gets what all CNI plugins need: the network of the node, the priority, the tolerations, a rollout of one node
   * at a time, the DNS of the node, and the checks that go with them.
   *
   * @throws invalid-name
   */
  public static of(options: CniOptions): Cni {
    return new Cni(ownCni(options));
  }

  /** The value of the label `app.kubernetes.io/name`. */
  public readonly application: string;
  /** The image of the agent's own container. */
  public readonly image: string;

  private constructor(
    /** @internal */
    public readonly _program: CniProgram,
  ) {
    this.application = _program.application;
    this.image = _program.image;
  }
}

guardClass({ Cni });
