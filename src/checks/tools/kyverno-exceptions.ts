import type { Acceptance } from './acceptance';
import { AcceptedObject, acceptedObjects } from './accepted-objects';
import { reasonText } from './reason-text';
import { KYVERNO, KyvernoCheck, ruleNames } from './tables/kyverno';
import { Outcome, silenced } from './tool-table';
import { yamlText } from './yaml-text';
import { namespaceOf } from '../../private/entry';
import { byText, orUndefined, Wire } from '../../private/wire';

export interface KyvernoOptions {
  /**
   * The namespace in which Kyverno takes exceptions (`--exceptionNamespace`); that of each object where absent, for a Kyverno that takes
   * them everywhere.
   */
  readonly namespace?: string;
}

/** A PolicyException for each object: for the object, and for the pods that it makes, which Kyverno judges again. */
export function kyvernoExceptions(acceptances: readonly Acceptance[], { namespace }: KyvernoOptions): string {
  const exceptions = acceptedObjects(acceptances).flatMap(accepted => {
    const outcomes = silenced(KYVERNO, accepted.manifest, accepted.acceptances);
    return outcomes.length === 0 ? [] : [exceptionOf(accepted, outcomes, namespace ?? namespaceOf(accepted.object))];
  });
  return exceptions.map(yamlText).join('---\n');
}

function exceptionOf({ object, manifest }: AcceptedObject, outcomes: ReadonlyArray<Outcome<KyvernoCheck>>, namespace: string): Wire {
  const { kind, name } = object;
  const policies = [...new Set(outcomes.map(({ check: { policy } }) => policy))].map(policy => {
    const ofPolicy = outcomes.filter(({ check }) => check.policy === policy);
    const rules = ofPolicy.flatMap(({ check }) => ruleNames(check, kind)).sort(byText);
    return { policy, rules, reason: reasonText(ofPolicy.flatMap(({ reasons }) => reasons)) };
  });
  const namespaces = [namespaceOf(object)];
  const pods = podsOf(manifest);
  return {
    apiVersion: 'kyverno.io/v2',
    kind: 'PolicyException',
    metadata: {
      // a dot is in no kind and no namespace, so that no two objects meet in a name
      name: [kind.toLowerCase(), ...namespaces, name].join('.'),
      namespace,
      annotations: Object.fromEntries(policies.map(({ policy, reason }) => [`reason.cdk8s-node-agents/${policy}`, reason])),
    },
    spec: {
      match: {
        any: [
          { resources: { kinds: [kind], names: [name], namespaces } },
          ...pods === undefined ? [] : [{ resources: { kinds: pods.kinds, namespaces, selector: pods.selector } }],
        ],
      },
      exceptions: policies.map(({ policy, rules }) => ({ policyName: policy, ruleNames: rules })),
    },
  };
}

/**
 * What an object makes, by labels that nothing else should have: names of pods end in anything, so a pattern would take in the pods of
 * others. Jobs of a CronJob have no labels of their own that distinguish them from those of others.
 */
function podsOf({ kind, metadata, spec }: Wire): { readonly kinds: readonly string[]; readonly selector: Wire } | undefined {
  if (kind === 'Job') {return { kinds: ['Pod'], selector: { matchLabels: { 'batch.kubernetes.io/job-name': metadata.name } } };}
  const {
    matchLabels, matchExpressions,
  } = (kind === 'ReplicationController' ? { matchLabels: spec.selector } : spec.selector) ?? {} as Wire;
  const selector = orUndefined({ matchLabels, matchExpressions });
  return selector && { kinds: kind === 'Deployment' ? ['Pod', 'ReplicaSet'] : ['Pod'], selector };
}
