import { isGiven, listOf, missing, PartRule, PartRules, unwanted, wrong } from './part-rule';
import { isDnsLabel } from '../../../private/names';

const SELECTOR_FIX = 'give the pods all labels that spec.selector asks for';

/** A selector of everything. */
const emptySelector: PartRule = function* ({ selector }) {
  if (!isGiven(selector)) {return;}
  const { matchLabels, matchExpressions } = selector;
  if (Object.keys(matchLabels ?? {}).length === 0 && (matchExpressions ?? []).length === 0) {
    yield wrong('.selector', 'the selector selects everything', {
      code: 'selector-mismatch', given: JSON.stringify(selector), allowed: 'at least one label', fix: SELECTOR_FIX,
    });
  }
};

const strategy: PartRule = function* ({ strategy: update }) {
  const { type, rollingUpdate } = update ?? {};
  if (type === 'Recreate' && isGiven(rollingUpdate)) {
    yield unwanted('.strategy.rollingUpdate', 'with the type Recreate', 'leave it out, or set the type to RollingUpdate');
  }
  const amounts = [rollingUpdate?.maxUnavailable, rollingUpdate?.maxSurge];
  if (amounts.every(amount => isGiven(amount) && /^0+%?$/.test(String(amount)))) {
    yield wrong('.strategy.rollingUpdate.maxUnavailable', 'a rollout cannot proceed by nothing', {
      code: 'invalid-rollout', given: 'maxUnavailable: 0, maxSurge: 0', allowed: 'one of the two above 0', fix: 'raise one of them',
    });
  }
};

const deadline: PartRule = function* ({ progressDeadlineSeconds, minReadySeconds }) {
  if (isGiven(progressDeadlineSeconds ?? minReadySeconds) && (progressDeadlineSeconds ?? 600) <= (minReadySeconds ?? 0)) {
    yield wrong('.progressDeadlineSeconds', 'a rollout has less time than a pod takes to count as ready', {
      given: `progressDeadlineSeconds ${progressDeadlineSeconds ?? 600}, minReadySeconds ${minReadySeconds ?? 0}`,
      allowed: 'more than minReadySeconds', fix: 'raise one of them, or lower the other one',
    });
  }
};

const statefulUpdate: PartRule = function* ({ updateStrategy }) {
  if (updateStrategy?.type === 'OnDelete' && isGiven(updateStrategy.rollingUpdate)) {
    yield unwanted('.updateStrategy.rollingUpdate', 'with the type OnDelete', 'leave it out, or set the type to RollingUpdate');
  }
};

const claimTemplates: PartRule = function* ({ volumeClaimTemplates }) {
  const all = listOf(volumeClaimTemplates);
  for (let index = 0; index < all.length; index++) {
    const { metadata, spec } = all[index];
    const name = String(metadata?.name ?? '');
    if (!isDnsLabel(name)) {
      yield wrong(`.volumeClaimTemplates[${index}].metadata.name`, 'no volume has this name', {
        code: 'invalid-name', given: `'${name}'`, allowed: 'a DNS label', fix: 'correct it',
      });
    }
    if (!isGiven(spec)) {yield missing(`.volumeClaimTemplates[${index}].spec`);}
  }
};

export const WORKLOAD_PARTS: PartRules = {
  DaemonSetSpec: [emptySelector],
  DeploymentSpec: [emptySelector, strategy, deadline],
  ReplicaSetSpec: [emptySelector],
  StatefulSetSpec: [emptySelector, statefulUpdate, claimTemplates],
};
