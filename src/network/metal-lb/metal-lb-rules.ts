import type { MetalLbSettings } from './metal-lb-settings';
import { ApiGrant } from '../../agent/companions/api-grant';
import { grantsOf } from '../private/rbac-rules';

const GROUP = 'metallb.io';
const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];
const WRITE_STATUS = ['get', 'patch', 'update'];

/**
 * The objects by which MetalLB is configured, and the Secrets and ConfigMaps that they name. Both programs read those of their own
 * namespace.
 */
function configuration(): ApiGrant[] {
  return [
    ApiGrant.inOwnNamespace(['bfdprofiles', 'bgpadvertisements', 'bgppeers', 'communities', 'ipaddresspools', 'l2advertisements'], READ, {
      apiGroup: GROUP,
    }),
    ApiGrant.inOwnNamespace(['configmaps', 'secrets'], READ),
    ApiGrant.inOwnNamespace(['pods'], ['get', 'list']),
  ];
}

/** Metrics are served to those whom the API server knows and lets get them. */
function metrics({ scraping }: MetalLbSettings): ApiGrant[] {
  return scraping.kind === 'none' ? [] : ApiGrant.reviewAccess();
}

/** What the speaker may do. */
export function speakerGrants(settings: MetalLbSettings): ApiGrant[] {
  const { bgp } = settings;
  return [
    ...grantsOf([
      { groups: [''], resources: ['endpoints', 'namespaces', 'nodes', 'services'], verbs: READ },
      { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
      { groups: [''], resources: ['events'], verbs: ['create', 'patch'] },
      { groups: [GROUP], resources: ['configurationstates', 'servicel2statuses'], verbs: WRITE },
      { groups: [GROUP], resources: ['configurationstates/status', 'servicel2statuses/status'], verbs: WRITE_STATUS },
    ]),
    ...configuration(),
    ApiGrant.inOwnNamespace(['servicebgpstatuses'], WRITE, { apiGroup: GROUP }),
    ApiGrant.inOwnNamespace(['servicebgpstatuses/status'], WRITE_STATUS, { apiGroup: GROUP }),
    ...bgp.namespace === undefined ? [] : [
      ApiGrant.inNamespace(bgp.namespace, ['frrconfigurations'], ['create', 'delete', 'get', 'list', 'update', 'watch'], {
        apiGroup: 'frrk8s.metallb.io',
      }),
    ],
    ...metrics(settings),
  ];
}

/** What the controller may do, whose own Deployment and webhook have these names. */
export function controllerGrants(settings: MetalLbSettings, { deployment, webhook, certificate }: ControllerNames): ApiGrant[] {
  return [
    ...grantsOf([
      { groups: [''], resources: ['namespaces', 'services'], verbs: READ },
      { groups: [''], resources: ['nodes'], verbs: ['list'] },
      { groups: [''], resources: ['services/status'], verbs: ['update'] },
      { groups: [''], resources: ['events'], verbs: ['create', 'patch'] },
      { groups: [GROUP], resources: ['configurationstates'], verbs: WRITE },
      { groups: [GROUP], resources: ['configurationstates/status'], verbs: WRITE_STATUS },
      // it watches all of them, and writes the certificate of its webhook into its own
      { groups: ['admissionregistration.k8s.io'], resources: ['validatingwebhookconfigurations'], verbs: ['list', 'watch'] },
      {
        groups: [
          'admissionregistration.k8s.io',
        ], resources: ['validatingwebhookconfigurations'], verbs: ['get', 'update'], names: [webhook],
      },
      { groups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: ['list', 'watch'] },
      {
        groups: [
          'apiextensions.k8s.io',
        ], resources: ['customresourcedefinitions'], verbs: ['get', 'update'], names: ['bgppeers.metallb.io'],
      },
    ]),
    ...configuration(),
    ApiGrant.inOwnNamespace(['ipaddresspools/status'], ['update'], { apiGroup: GROUP }),
    ApiGrant.inOwnNamespace(['secrets'], ['update'], { resourceNames: [certificate] }),
    ...settings.memberlist ? [
      ApiGrant.inOwnNamespace(['secrets'], ['create']),
      // the Secret belongs to the Deployment, and goes with it
      ApiGrant.inOwnNamespace(['deployments'], ['get'], { apiGroup: 'apps', resourceNames: [deployment] }),
    ] : [],
    ...metrics(settings),
  ];
}

/** Objects that the controller is given rights on by name. */
export interface ControllerNames {
  readonly deployment: string;
  readonly webhook: string;
  readonly certificate: string;
}
