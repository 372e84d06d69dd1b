import { AgentServiceAccount } from '../../agent/companions/agent-service-account';
import { WorkloadOptions } from '../../agent/workload-options';
import { fail } from '../../private/agent-error';
import { CloudIdentity } from '../cloud-identity';

/** What was given, with the service account and the labels by which the pods sign in to their cloud. */
export function withIdentity<Given extends WorkloadOptions>(given: Given & { readonly cloudIdentity?: CloudIdentity }): Given {
  const { cloudIdentity: identity, serviceAccount, podLabels } = given;
  if (identity === undefined) {return given;}
  const annotated = Object.keys(identity.accountAnnotations);
  if (serviceAccount !== undefined && serviceAccount.kind !== 'existing' || serviceAccount?.kind === 'existing' && annotated.length > 0) {
    fail({
      code: 'invalid-cloud-identity', what: 'the identity is written to a service account that is not made here',
      given: `cloudIdentity ${identity.kind}, and serviceAccount ${serviceAccount?.kind}`,
      allowed: 'one of the two', fix: annotated.length === 0
        ? 'leave `serviceAccount` out'
        : `leave \`serviceAccount\` out, or annotate that account with ${annotated.join(', ')}`,
    });
  }
  return {
    ...given,
    serviceAccount: serviceAccount ?? AgentServiceAccount.managed({ ...identity.accountAnnotations }),
    podLabels: { ...identity.podLabels, ...podLabels },
  };
}
