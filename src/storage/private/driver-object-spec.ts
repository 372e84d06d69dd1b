import { fail, quote } from '../../private/agent-error';
import { compact, Wire } from '../../private/wire';
import { CsiDriverObjectOptions } from '../csi-driver-object-options';

/** What each value of the object must hold to by itself. */
export function requireDriverObject(options: CsiDriverObjectOptions): CsiDriverObjectOptions {
  const period = options.nodeAllocatableUpdatePeriod?.toSeconds();
  if (period !== undefined && period < 10) {
    fail({
      code: 'invalid-csi-driver',
      what: 'the kubelet cannot ask for the number of volumes this often',
      given: `nodeAllocatableUpdatePeriod: ${period} s`,
      allowed: '10 seconds or more',
      fix: 'use Duration.seconds(10), or leave it out',
    });
  }
  const modes = options.volumeLifecycleModes ?? [];
  if (new Set(modes).size < modes.length) {
    fail({
      code: 'invalid-csi-driver',
      what: 'a volume lifecycle mode is given twice',
      given: modes.join(', '),
      allowed: 'each mode once',
      fix: 'keep one of them: server-side apply refuses the list',
    });
  }
  requireTokens(options);
  return options;
}

/** From this minor on the API server warns of tokens without a word of where they are passed. */
const ASKS_WHERE_TOKENS_GO = 36;

/** The spec of the CSIDriver object, for a cluster of this minor. */
export function driverObjectSpec(options: CsiDriverObjectOptions, minor: number): Wire {
  if (options.serviceAccountTokenInSecrets !== undefined && !options.tokenRequests?.length) {
    fail({
      code: 'invalid-csi-driver',
      what: 'there is no token to pass as a secret',
      given: `serviceAccountTokenInSecrets: ${options.serviceAccountTokenInSecrets}, no tokenRequests`,
      allowed: 'together with tokenRequests, or not at all',
      fix: 'add tokenRequests, or leave serviceAccountTokenInSecrets out',
    });
  }
  const isAsked = options.tokenRequests !== undefined && options.tokenRequests.length > 0 && minor >= ASKS_WHERE_TOKENS_GO;
  return compact({
    attachRequired: options.attachRequired,
    volumeLifecycleModes: options.volumeLifecycleModes,
    podInfoOnMount: options.podInfoOnMount,
    fsGroupPolicy: options.fsGroupPolicy,
    storageCapacity: options.storageCapacity,
    tokenRequests: options.tokenRequests?.map(({ audience, expiration }) => compact({
      audience, expirationSeconds: expiration?.toSeconds(),
    })),
    requiresRepublish: options.requiresRepublish,
    seLinuxMount: options.seLinuxMount,
    nodeAllocatableUpdatePeriodSeconds: options.nodeAllocatableUpdatePeriod?.toSeconds(),
    serviceAccountTokenInSecrets: options.serviceAccountTokenInSecrets ?? (isAsked ? false : undefined),
    preventPodSchedulingIfMissing: options.preventPodSchedulingIfMissing,
  });
}

function requireTokens({ tokenRequests = [] }: CsiDriverObjectOptions): void {
  const audiences = tokenRequests.map(({ audience }) => audience);
  const doubled = audiences.find((audience, index) => audiences.indexOf(audience) !== index);
  if (doubled !== undefined) {
    fail({
      code: 'invalid-csi-driver',
      what: 'two tokens are asked for one audience',
      given: quote(doubled),
      allowed: 'each audience once',
      fix: 'keep one of them',
    });
  }
  for (const { audience, expiration } of tokenRequests) {
    const seconds = expiration?.toSeconds() ?? MIN_SECONDS;
    if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) {
      fail({
        code: 'invalid-csi-driver',
        what: `a token for the audience ${quote(audience)} cannot live this long`,
        given: `${seconds} seconds`,
        allowed: `${MIN_SECONDS} to ${MAX_SECONDS} seconds`,
        fix: 'use Duration.hours(1), or leave the expiration out',
      });
    }
  }
}

const MIN_SECONDS = 600;
const MAX_SECONDS = 2 ** 32;
