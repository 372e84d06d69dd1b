import { AgentObject } from '../../agent/companions/agent-object';
import { Port } from '../../agent/container/port';
import { Wire } from '../../private/wire';

/** Names that are part of the program, or of the definition of BGPPeer. */
export const WEBHOOKS = 'metallb-webhook-configuration';
export const CERTIFICATE = 'metallb-webhook-cert';
const SERVICE = 'metallb-webhook-service';

export const WEBHOOK_PORT = Port.container('webhook-server', 9443);

/** A kind that is checked, and when. */
type Checked = readonly [kind: string, version: string, plural: string, operations: readonly string[]];

const CHECKED: readonly Checked[] = [
  ['bgppeer', 'v1beta2', 'bgppeers', ['CREATE', 'UPDATE']],
  ['bfdprofile', 'v1beta1', 'bfdprofiles', ['CREATE', 'DELETE']],
  ['bgpadvertisement', 'v1beta1', 'bgpadvertisements', ['CREATE', 'UPDATE']],
  ['community', 'v1beta1', 'communities', ['CREATE', 'UPDATE']],
  ['ipaddresspool', 'v1beta1', 'ipaddresspools', ['CREATE', 'UPDATE']],
  ['l2advertisement', 'v1beta1', 'l2advertisements', ['CREATE', 'UPDATE']],
];

/**
 * The webhook that checks objects of MetalLB. The controller makes its certificate when it runs: it fills the Secret, which must be there,
 * and writes `caBundle`. Neither is written here, so that whoever applies these objects owns neither, and no apply takes them away.
 */
export function webhookObjects(namespace: string, selector: { readonly [key: string]: string }): AgentObject[] {
  return [
    AgentObject.of({ apiVersion: 'v1', kind: 'Secret', name: CERTIFICATE, namespace }),
    AgentObject.of({
      apiVersion: 'v1', kind: 'Service', name: SERVICE, namespace,
      fields: { spec: { selector, ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: WEBHOOK_PORT.name }] } },
    }),
    AgentObject.of({
      apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingWebhookConfiguration', name: WEBHOOKS,
      fields: { webhooks: CHECKED.map(checked => webhook(namespace, checked)) },
    }),
  ];
}

function webhook(namespace: string, [kind, version, plural, operations]: Checked): Wire {
  return {
    // that of BGPPeer has the plural
    name: `${kind === 'bgppeer' ? plural : kind}validationwebhook.metallb.io`,
    admissionReviewVersions: ['v1'],
    clientConfig: { service: { name: SERVICE, namespace, path: `/validate-metallb-io-${version}-${kind}` } },
    // an object that is wrong would stop every speaker from taking changes
    failurePolicy: 'Fail',
    rules: [{ apiGroups: ['metallb.io'], apiVersions: [version], operations: [...operations], resources: [plural] }],
    sideEffects: 'None',
  };
}
